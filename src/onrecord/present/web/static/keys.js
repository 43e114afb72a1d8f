// Keys that work on every page. A feature's own module may add to them by the event "onrecord:key".
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    const search = document.querySelector("[data-search]");
    if (search) {
      search.focus();
      event.preventDefault();
    }
  }
});
