// The review by keys, and marking words. Without this file every form still works: places are then typed as numbers.
const text = document.querySelector(".words");
const tokens = [...document.querySelectorAll(".tok")].map((node) => ({
  node, start: Number(node.dataset.s), end: Number(node.dataset.e),
}));
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const editors = [...document.querySelectorAll("details[data-key]")];

// Parts are pairs of token numbers, both included; the form holds them as code points of the document.
const indexAt = (offset) => tokens.findIndex((token) => token.end > offset);
const lastBefore = (offset) => tokens.findLastIndex((token) => token.start < offset);

class Marking {
  constructor(input) {
    this.input = input;
    this.role = input.dataset.spans;
    this.before = input.value;
    this.read();
  }

  read() {
    const told = [...this.input.value.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => [Number(start), Number(end)]);
    this.parts = told.map(([start, end]) => [indexAt(start), lastBefore(end)]).filter(([a, b]) => a >= 0 && a <= b);
    this.at = this.parts.length - 1;
  }

  // Another border than a word's is kept as it is until it is moved.
  write() {
    this.parts.sort((one, other) => one[0] - other[0]);
    this.input.value = this.parts.map(([a, b]) => `${tokens[a].start}-${tokens[b].end}`).join(" ");
    this.show();
  }

  show(editing = true) {
    for (const { node } of tokens) {
      node.classList.remove(this.role, "edge");
      const others = (node.dataset.begins ?? "").split(" ").filter((role) => role && role !== this.role);
      if (others.length) node.dataset.begins = others.join(" ");
      else delete node.dataset.begins;
      if (node.nextSibling?.classList?.contains("gap")) node.nextSibling.classList.remove(this.role);
    }
    for (const [a, b] of this.parts) {
      const first = tokens[a].node;
      first.dataset.begins = [first.dataset.begins, this.role].filter(Boolean).join(" ");
      for (let i = a; i <= b; i++) {
        tokens[i].node.classList.add(this.role);
        if (i < b && tokens[i].node.nextSibling?.classList?.contains("gap")) tokens[i].node.nextSibling.classList.add(this.role);
      }
    }
    if (editing && this.parts[this.at]) {
      for (const i of this.parts[this.at]) tokens[i].node.classList.add("edge");
      tokens[this.parts[this.at][1]].node.scrollIntoView({ block: "nearest" });
    }
  }

  // Move a border of the chosen part by words; parts never overlap, a part keeps at least one word.
  move(border, step) {
    if (!this.parts.length) return this.add();
    const part = this.parts[this.at];
    const lowest = this.at > 0 ? this.parts[this.at - 1][1] + 1 : 0;
    const highest = this.at + 1 < this.parts.length ? this.parts[this.at + 1][0] - 1 : tokens.length - 1;
    const next = part[border] + step;
    if (border === 0 && next >= lowest && next <= part[1]) part[0] = next;
    if (border === 1 && next <= highest && next >= part[0]) part[1] = next;
    this.write();
  }

  add() {
    const marked = tokens.findIndex(({ node }) => node.classList.contains("content") || node.classList.contains("source"));
    const next = this.parts.length ? this.parts[this.parts.length - 1][1] + 1 : Math.max(marked, 0);
    if (next < tokens.length) {
      this.parts.push([next, next]);
      this.at = this.parts.length - 1;
      this.write();
    }
  }

  choose(step) {
    this.at = Math.min(Math.max(this.at + step, 0), this.parts.length - 1);
    this.show();
  }

  remove() {
    this.parts.splice(this.at, 1);
    this.at = Math.min(this.at, this.parts.length - 1);
    this.write();
  }

  // Take the words from a to b as the chosen part; what overlaps with them goes into them.
  take(a, b, more) {
    const kept = this.parts.filter((part, i) => (more || i !== this.at) && (part[1] < a || part[0] > b));
    this.parts = [...kept, [a, b]];
    this.parts.sort((one, other) => one[0] - other[0]);
    this.at = this.parts.findIndex((part) => part[0] === a);
    this.write();
  }

  leave() {
    this.input.value = this.before;
    this.read();
    this.show(false);
  }
}

let marking = null;

function begin(input) {
  if (marking?.input === input) return;
  marking = new Marking(input);
  text.classList.add("marking");
  marking.show();
}

function end() {
  marking?.leave();
  marking = null;
  text.classList.remove("marking");
}

const selected = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const inside = tokens.map(({ node }, i) => [node, i]).filter(([node]) => meets(range, node)).map(([, i]) => i);
  return inside.length ? [inside[0], inside[inside.length - 1]] : null;
};

// Whether a range holds at least one character of a node, not just its edge.
function meets(range, node) {
  if (!range.intersectsNode(node)) return false;
  const own = document.createRange();
  own.selectNodeContents(node);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  return own.toString().length > 0;
}

function open(details) {
  const chosen = selected();
  for (const other of editors) if (other !== details) other.open = false;
  details.open = true;
  const input = details.querySelector("[data-focus]") ?? details.querySelector("[data-spans]");
  input?.focus();
  if (input?.select) input.select();
  const spans = details.querySelector("[data-spans]");
  if (!spans) return;
  begin(spans);
  if (chosen) {
    marking.take(...chosen, false);
    getSelection().removeAllRanges();
  }
}

for (const details of editors) {
  details.addEventListener("toggle", () => {
    if (details.open) {
      for (const other of editors) if (other !== details) other.open = false;
      const spans = details.querySelector("[data-spans]");
      if (spans) begin(spans);
    } else if (marking && details.contains(marking.input)) end();
  });
}

for (const input of document.querySelectorAll("[data-spans]")) {
  input.addEventListener("focus", () => begin(input));
  input.addEventListener("input", () => {
    marking.read();
    marking.show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const border = event.shiftKey ? 1 : 0;
    const moves = {
      ArrowLeft: () => marking.move(border, -1),
      ArrowRight: () => marking.move(border, 1),
      ArrowUp: () => marking.choose(-1),
      ArrowDown: () => marking.choose(1),
      "+": () => marking.add(),
      Delete: () => marking.remove(),
    };
    if (Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      moves[event.key]();
    }
  });
}

text.addEventListener("pointerup", (event) => {
  if (!marking) return;
  const chosen = selected();
  if (!chosen) return;
  marking.take(...chosen, event.ctrlKey || event.metaKey);
  getSelection().removeAllRanges();
  marking.input.focus({ preventScroll: true });
});

const press = (selector) => document.querySelector(selector)?.click();

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    const details = editors.find((each) => each.open);
    if (details) {
      details.open = false;
      details.querySelector("summary").focus();
      event.preventDefault();
    }
    return;
  }
  if (typing(event.target)) return;
  const acts = {
    a: () => press("[data-do=accept]"),
    r: () => press("[data-do=reject]"),
    u: () => press("[data-undo]"),
    g: () => press("[data-do=again]"),
  };
  const details = editors.find((each) => each.dataset.key === event.key && each.querySelector("form"));
  if (Object.hasOwn(acts, event.key)) {
    event.preventDefault();
    acts[event.key]();
  } else if (details) {
    event.preventDefault();
    open(details);
  }
});

tokens.find(({ node }) => node.classList.contains("content"))?.node.scrollIntoView({ block: "center" });
