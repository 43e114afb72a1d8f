// Judging tellings by keys. Without this file the boxes and buttons work as they are.
const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const ticks = [...document.querySelectorAll("[data-tick]")];
const told = document.querySelector("[data-ticked]");

function tell() {
  const number = ticks.filter((tick) => tick.checked).length;
  if (told) told.textContent = number ? `${number} ticked.` : "";
}

function tickHere() {
  const entry = document.activeElement?.closest("[data-entry]");
  const tick = entry?.querySelector("[data-tick]");
  if (!tick) return;
  tick.checked = !tick.checked;
  tell();
}

function open(id, first) {
  const box = document.getElementById(id);
  if (!box) return;
  box.open = true;
  const field = box.querySelector(first);
  field.focus();
  field.scrollIntoView({ block: "center" });
}

const keys = {
  x: tickHere,
  s: () => open("split-box", "[data-why]"),
  m: () => open("merge-box", "input:not([type=hidden])"),
  u: () => document.querySelector("[data-undo]")?.click(),
};

for (const tick of ticks) tick.addEventListener("change", tell);
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});
