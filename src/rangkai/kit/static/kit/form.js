// Forms: what is typed is kept as a draft, and leaving with unsaved text asks first where no draft is kept.

for (const form of document.querySelectorAll("form[data-unsaved]")) {
  const state = form.querySelector("[data-draft-state]");
  const url = form.dataset.draftUrl;
  let timer = 0;
  let changed = false;

  const entered = () => {
    const data = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") (data[name] ??= []).push(value);
    }
    return JSON.stringify(data);
  };

  const keep = async () => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.set("page", location.pathname);
    body.set("data", entered());
    try {
      const answer = await fetch(url, { method: "POST", body });
      if (!answer.ok) throw new Error(String(answer.status));
      changed = false;
      state.textContent = form.dataset.kept.replace("{}", (await answer.json()).saved_at);
    } catch {
      state.textContent = form.dataset.notKept;
    }
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    if (url) timer = setTimeout(keep, 1200);
  });
  form.addEventListener("submit", () => {
    changed = false;
    clearTimeout(timer);
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
