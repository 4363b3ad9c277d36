/* What a reader cannot read as the page stands: words outside the window, words that a box cuts off,
   words that lie on other words. A box that scrolls by itself may hold more than it shows. */
() => {
  const width = innerWidth, found = [], lines = [];
  const aside = "svg, script, style, option, .vh, .skip, .words, .lane__label, .scroll, pre, select, [hidden]";
  const over = document.documentElement.scrollWidth - width;
  if (over > 0) found.push(`the page is ${over} px too wide`);
  const said = (e, text) => `${e.tagName}.${e.className} “${text.data.trim().slice(0, 24)}”`;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const e = text.parentElement;
    if (!text.data.trim() || e.closest(aside) || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`outside: ${said(e, text)}`);
    for (let at = e; at !== document.body; at = at.parentElement) {
      const css = getComputedStyle(at), edge = at.getBoundingClientRect();
      if (!/hidden|clip/.test(css.overflowX + css.overflowY)) continue;
      if (box.right > edge.right + 2 || box.bottom > edge.bottom + 2) found.push(`cut: ${said(e, text)}`);
      break;
    }
    if (e.closest(".filter, .find") || getComputedStyle(e).position === "absolute") continue;
    for (const r of range.getClientRects()) {
      if (r.width > 2) lines.push({ left: r.left, right: r.right, top: r.top + r.height / 4, bottom: r.bottom - r.height / 4, text, e });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, n) => {
    for (let m = n + 1; m < lines.length && lines[m].top < a.bottom; m++) {
      const b = lines[m], across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (a.text !== b.text && across > 3 && Math.min(a.bottom, b.bottom) - b.top > 2) found.push(`covered: ${said(a.e, a.text)} / ${said(b.e, b.text)}`);
    }
  });
  return found.slice(0, 8);
}
