// Lists: ↑↓ and Enter, ticked rows, and the record beside the list on wide screens. Survives htmx swaps.

const wide = matchMedia("(min-width: 1200px)");
const links = () => [...document.querySelectorAll("[data-rows] .row-link")];

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, details[open], .panel")) return;
  const all = links();
  const at = all.indexOf(event.target.closest("tr")?.querySelector(".row-link"));
  const next = all[event.key === "ArrowDown" ? at + 1 : Math.max(at - 1, 0)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-panel]")) return closePanel();
  const row = event.target.closest("[data-rows] tbody tr");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!row || !plain || event.target.closest(".tick, button, summary, a:not(.row-link)")) return;
  const link = row.querySelector(".row-link");
  if (getSelection()?.toString()) return;
  if (!wide.matches || row.classList.contains("open")) {
    if (!event.target.closest(".row-link")) link.click();
    return;
  }
  event.preventDefault();
  openPanel(row, link);
});

function openPanel(row, link) {
  markOpen(row);
  setParameter("panel", row.dataset.key);
  htmx.ajax("GET", link.getAttribute("href"), { target: "#panel", select: "#record", swap: "innerHTML" });
}

function closePanel() {
  const row = document.querySelector("[data-rows] tr.open");
  document.getElementById("panel").replaceChildren();
  markOpen(null);
  setParameter("panel", null);
  row?.querySelector(".row-link").focus();
}

function markOpen(row) {
  for (const other of document.querySelectorAll("[data-rows] tr.open")) other.classList.remove("open");
  row?.classList.add("open");
}

function setParameter(name, value) {
  const url = new URL(location);
  value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
}

function countTicked() {
  const bar = document.querySelector("[data-bulk]");
  if (!bar) return;
  const ticked = document.querySelectorAll('[data-rows] input[name="id"]:checked').length;
  bar.querySelector("[data-ticked]").textContent = ticked;
  bar.classList.toggle("bulk-on", ticked > 0 || bar.querySelector('[name="all"]')?.checked === true);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-tick-all]")) {
    for (const box of document.querySelectorAll('[data-rows] input[name="id"]')) box.checked = event.target.checked;
  }
  countTicked();
});

// A filter's menu stays open while the list under it is renewed.
let kept = null;
document.addEventListener("htmx:before:swap", () => {
  kept = document.querySelector("details[data-keep-open][open]")?.dataset.keepOpen ?? null;
});
document.addEventListener("htmx:after:swap", () => {
  if (kept) document.querySelector(`details[data-keep-open="${kept}"]`)?.setAttribute("open", "");
  kept = null;
  markOpen(document.querySelector(`[data-rows] tr[data-key="${CSS.escape(new URL(location).searchParams.get("panel") ?? "")}"]`));
  countTicked();
});

document.documentElement.classList.add("lists-alive");
countTicked();
