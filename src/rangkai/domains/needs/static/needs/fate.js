// A sentence that is pressed becomes the reason, and its fate is chosen; both can still be changed.

const place = document.querySelector("[data-fills]");
const reason = document.getElementById(place.dataset.fills);
const fate = document.getElementById("id_fate");

place.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-fate]");
  if (!pressed) return;
  reason.value = pressed.textContent;
  fate.value = pressed.dataset.fate;
  reason.dispatchEvent(new Event("input", { bubbles: true }));
  reason.focus();
});
