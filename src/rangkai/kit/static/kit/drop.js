// A place to drop a file: <label data-drop> around the file control; shows the name, and sends the form if data-drop="send".

for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector('input[type="file"]');
  const name = place.querySelector("[data-drop-name]");
  const shown = () => {
    if (name && input.files.length) name.textContent = [...input.files].map((file) => file.name).join(", ");
    if (input.files.length && place.dataset.drop === "send") input.form.requestSubmit();
  };
  input.addEventListener("change", shown);
  for (const kind of ["dragenter", "dragover"]) {
    place.addEventListener(kind, (event) => { event.preventDefault(); place.classList.add("drop-over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    place.addEventListener(kind, () => place.classList.remove("drop-over"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    shown();
  });
}
