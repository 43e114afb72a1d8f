// Keys that work on every page. A feature's own module may listen for its own keys beside these.
const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const entries = () => [...document.querySelectorAll("[data-entry]")].filter((entry) => entry.offsetParent !== null);
const dialog = document.getElementById("keys");

function walk(step) {
  const all = entries();
  if (!all.length) return;
  const at = all.findIndex((entry) => entry.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  const link = all[next].querySelector("[data-open]") ?? all[next];
  link.focus();
  all[next].scrollIntoView({ block: "nearest" });
}

const follow = (selector) => document.querySelector(selector)?.click();

const keys = {
  "/": () => {
    const search = document.querySelector("[data-search]");
    search?.focus();
    search?.select();
  },
  j: () => walk(1),
  k: () => walk(-1),
  n: () => follow("[data-next]"),
  p: () => follow("[data-first]"),
  "?": () => dialog.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (dialog.open || document.body.dataset.ownKeys?.includes(event.key)) return;
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

document.querySelector("[data-keys]").addEventListener("click", () => dialog.showModal());
