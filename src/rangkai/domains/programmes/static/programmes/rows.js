// Tables of rows: another empty row on request. The form works without it, for three empty rows are always there.

for (const button of document.querySelectorAll("[data-add-row]")) {
  const table = document.querySelector(button.dataset.addRow);
  const body = table.querySelector("tbody");
  const blank = table.querySelector("template");
  button.hidden = false;
  button.addEventListener("click", () => {
    const at = body.rows.length;
    const holder = document.createElement("template");
    holder.innerHTML = blank.innerHTML.replaceAll("baris-0-", `baris-${at}-`).replace(/( )0(?=["<])/g, `$1${at + 1}`);
    const row = holder.content.querySelector("tr");
    row.querySelector("[data-number]").textContent = at + 1;
    body.append(row);
    htmx.process(row);
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
}
