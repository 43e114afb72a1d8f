// Buttons that copy the text of an element: data-copy holds its id; the element [data-copied] says how it went.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("not copied");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.querySelector("[data-copied]");
    try {
      await copy(document.getElementById(button.dataset.copy).textContent);
      said.textContent = `Copied: ${button.dataset.name}.`;
    } catch {
      said.textContent = "The browser does not let this page copy; select the text and copy it yourself.";
    }
    button.focus();
  });
}
