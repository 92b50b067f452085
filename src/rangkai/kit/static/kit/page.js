// Behaviour of every page: menus that close, the search key, questions before what can't be taken lightly, copying.

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except) || menu === except) menu.open = false;
  }
};

document.addEventListener("click", (event) => {
  closeMenus(event.target);
  if (event.target.closest("[data-back]")) history.length > 1 ? history.back() : location.assign("/");
  const copy = event.target.closest("[data-copy]");
  if (copy) copyFrom(copy);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = event.target.closest("details.menu[open]");
    closeMenus(null);
    open?.querySelector("summary").focus();
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const field = document.querySelector(`[data-focus-key="${CSS.escape(event.key)}"]`);
  if (field && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
  }
});

// data-copy="#id" copies the text of an element; data-copied is what the button says afterwards.
async function copyFrom(button) {
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.innerText);
  const before = button.innerHTML;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.innerHTML = before; }, 2000);
}

// data-confirm on a button: the form is sent only after the answer in the page's dialog.
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm;
  const dialog = document.getElementById("confirm");
  if (!question || !dialog || event.submitter.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  dialog.querySelector("p").textContent = question;
  dialog.returnValue = "no";
  dialog.showModal();
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "yes") return;
    button.dataset.confirmed = "1";
    button.form.requestSubmit(button);
    delete button.dataset.confirmed;
  }, { once: true });
}, true);

document.querySelector("[data-focus]")?.focus();

// A table wider than its place can be scrolled with the keyboard too.
const reachTables = () => {
  for (const box of document.querySelectorAll(".table-responsive")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
};
reachTables();
document.addEventListener("htmx:after:swap", reachTables);
