// Draws the network with WebGL: sigma on a graph of graphology. All that it shows stands in the tables too.
const canvas = document.querySelector("[data-network]");
const told = document.querySelector("[data-told]");

/** Return the colour that elements of a class have now, light or dark. */
const colour = (name) => {
  const found = document.querySelector(`.group.${name}`);
  return getComputedStyle(found ?? document.body).color;
};

const palette = () => ({
  ink: getComputedStyle(document.body).color,
  ground: getComputedStyle(canvas).backgroundColor,
  line: getComputedStyle(canvas).borderTopColor,
  tie: colour("tie"),
  faint: colour("ink"),
  against: colour("g2"),
  groups: Array.from({ length: 8 }, (_, at) => colour(`g${at + 1}`)),
});

const build = (data) => {
  const graph = new graphology.Graph({ type: "undirected", multi: false });
  const most = Math.max(1, ...data.nodes.map((node) => node.statements));
  const heaviest = Math.max(1e-9, ...data.edges.map((edge) => Math.abs(edge.weight)));
  data.nodes.forEach((node, at) => graph.addNode(at, {
    label: node.name,
    x: node.x,
    y: -node.y,
    size: 3 + 11 * Math.sqrt(node.statements / most),
    group: node.variable === data.choices.rows ? Math.min(node.community ?? 0, 7) : null,
  }));
  data.edges.forEach((edge) => {
    if (edge.source === edge.target || graph.hasEdge(edge.source, edge.target)) return;
    graph.addEdge(edge.source, edge.target, {
      weight: edge.weight,
      size: 0.5 + 4 * (Math.abs(edge.weight) / heaviest),
    });
  });
  return graph;
};

const ofNode = (kept, colours) => (kept.group === null ? colours.against : colours.groups[kept.group]);
const ofEdge = (kept, colours) => (kept.weight < 0 ? colours.against : colours.tie);

/** Draw the name of a node that is pointed at, in the colours of the page. */
const hover = (colours) => (context, node, settings) => {
  if (!node.label) return;
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  const width = context.measureText(node.label).width;
  context.fillStyle = colours.ground;
  context.fillRect(node.x + node.size + 1, node.y - size / 2 - 4, width + 8, size + 8);
  context.strokeStyle = colours.faint;
  context.strokeRect(node.x + node.size + 1, node.y - size / 2 - 4, width + 8, size + 8);
  context.fillStyle = colours.ink;
  context.fillText(node.label, node.x + node.size + 5, node.y + size / 3);
};

const drawn = () => {
  canvas.dataset.drawn = String(Math.round(performance.now()));
};

const show = (data) => {
  let colours = palette();
  const graph = build(data);
  let chosen = null;
  const near = (node) => chosen === null || node === chosen || graph.areNeighbors(node, chosen);
  const renderer = new Sigma(graph, canvas, {
    enableEdgeEvents: true,
    labelFont: getComputedStyle(told).fontFamily,
    labelSize: 13,
    labelColor: { color: colours.ink },
    labelRenderedSizeThreshold: 5,
    labelDensity: 0.6,
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    zIndex: true,
    defaultDrawNodeHover: hover(colours),
    // Colours are given while it is drawn: what changes the graph itself may come between two halves of a drawing.
    nodeReducer: (node, kept) => (near(node) ? { ...kept, color: ofNode(kept, colours) } : { ...kept, label: "", color: colours.line }),
    edgeReducer: (edge, kept) => ({ ...kept, color: ofEdge(kept, colours), hidden: chosen !== null && !graph.hasExtremity(edge, chosen) }),
  });
  const name = (node) => graph.getNodeAttribute(node, "label");
  renderer.on("clickEdge", ({ edge }) => {
    const [source, target] = graph.extremities(edge).map((node) => encodeURIComponent(name(node)));
    location.href = `${canvas.dataset.edge}&source=${source}&target=${target}`;
  });
  renderer.on("enterEdge", ({ edge }) => {
    canvas.classList.add("pointed");
    const [source, target] = graph.extremities(edge).map(name);
    told.textContent = `${source} – ${target}: ${Number(graph.getEdgeAttribute(edge, "weight").toPrecision(4))}`;
  });
  renderer.on("clickNode", ({ node }) => {
    chosen = chosen === node ? null : node;
    told.textContent = chosen === null ? "All nodes are shown." : `${name(node)} with ${graph.degree(node)} neighbours; click again for all.`;
    renderer.refresh();
  });
  renderer.on("clickStage", () => {
    chosen = null;
    renderer.refresh();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = palette();
    renderer.once("afterRender", drawn);
    renderer.setSettings({ labelColor: { color: colours.ink }, defaultDrawNodeHover: hover(colours) });
  });
  const groups = new Set(data.nodes.map((node) => node.community).filter((each) => each !== null));
  groups.forEach((each) => { document.querySelector(`.group.g${Math.min(each, 7) + 1}`).hidden = groups.size < 2; });
  told.textContent = `${data.nodes.length} nodes and ${data.edges.length} edges are drawn${data.edges.length < data.edges_in_all ? ", the heaviest of " + data.edges_in_all : ""}.`;
  drawn();
};

const without = (why) => {
  canvas.classList.add("none");
  canvas.textContent = why;
  told.textContent = "The tables have the same edges and nodes.";
};

/** Load a script of the room; sigma itself breaks where there is no WebGL, so it comes only where there is. */
const load = (name) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = `/static/network/${name}`;
  script.onload = done;
  script.onerror = () => failed(new Error(`${name} did not come`));
  document.head.append(script);
});

const fetched = async () => {
  const answer = await fetch(canvas.dataset.network);
  if (!answer.ok) throw new Error(`the room answered ${answer.status}`);
  return answer.json();
};

if (canvas) {
  const probe = document.createElement("canvas");
  if (!(probe.getContext("webgl2") ?? probe.getContext("webgl"))) {
    without("This browser draws no WebGL, so there is no picture.");
  } else {
    Promise.all([fetched(), load("graphology.min.js"), load("sigma.min.js")])
      .then(([data]) => show(data))
      .catch((error) => without(`The network could not be drawn: ${error.message}`));
  }
}
