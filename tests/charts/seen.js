/* What a reader sees of the drawing that is shown: each line of words with its size and box in px of the page,
   and the least contrast in grey of what carries meaning. */
() => {
  const shown = [...document.querySelectorAll(".chart__wide > svg, .chart__narrow > svg")];
  const svg = shown.find((e) => e.getClientRects().length), box = svg.getBoundingClientRect();
  const scale = box.width / svg.viewBox.baseVal.width, lines = [];
  for (const text of svg.querySelectorAll("text")) {
    const size = parseFloat(getComputedStyle(text).fontSize) * scale, range = document.createRange();
    for (const node of text.childNodes) {
      range.selectNodeContents(node);
      const r = range.getBoundingClientRect(), middle = (r.top + r.bottom) / 2 - box.top;
      const half = size * 0.42; // what its letters fill, not what its font reserves
      if (r.width) lines.push([node.textContent, size, r.left - box.left, middle - half, r.right - box.left, middle + half]);
    }
  }
  const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const grey = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((v) => linear(+v));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = grey(getComputedStyle(document.body).backgroundColor), contrasts = [];
  for (const e of svg.querySelectorAll("circle, path, text")) {
    const s = getComputedStyle(e), ink = e.tagName === "text" || s.fill !== "none" ? s.fill : s.stroke;
    const name = e.getAttribute("class") || "";
    if (ink === "none" || /hair|surface|tint|faint/.test(name) || +s.fillOpacity < 1 || +s.strokeOpacity < 1) continue;
    const [a, b] = [grey(ink), paper].sort((x, y) => y - x);
    contrasts.push((a + 0.05) / (b + 0.05));
  }
  return { lines, width: box.width, height: box.height, contrast: Math.min(...contrasts) };
}
