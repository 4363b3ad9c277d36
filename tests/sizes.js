/* Targets of less than 24 px that are no links in a line of other words, and too near to another target. */
() => {
  const LEAST = 24, all = [...document.querySelectorAll("a[href], button, input, select, summary, [role=button]")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".skip") && !e.closest(".chart"));
  const shapes = all.map(e => (e.matches("[type=radio]") ? e.closest("label") : e)).map(e => ({ e, r: e.getBoundingClientRect() }))
    .filter(s => s.r.width);
  const small = s => s.r.width < LEAST - .5 || s.r.height < LEAST - .5;
  /* a link in a sentence: its line holds words that are no link */
  const inline = e => {
    if (getComputedStyle(e).display !== "inline") return false;
    for (let at = e; at.parentElement; at = at.parentElement) {
      const beside = [...at.parentElement.childNodes].some(n => n !== at &&
        (n.nodeType === 3 ? n.data.trim() : n.nodeType === 1 && !n.matches("a, button, svg") && getComputedStyle(n).display.startsWith("inline") && n.textContent.trim()));
      if (beside) return true;
      if (!getComputedStyle(at.parentElement).display.startsWith("inline")) return false;
    }
    return false;
  };
  const middle = r => [r.left + r.width / 2, r.top + r.height / 2];
  const near = (a, b) => {
    const [x, y] = middle(a.r);
    if (small(b)) { const [u, v] = middle(b.r); return Math.hypot(x - u, y - v) < LEAST - .5; }
    const dx = Math.max(b.r.left - x, 0, x - b.r.right), dy = Math.max(b.r.top - y, 0, y - b.r.bottom);
    return Math.hypot(dx, dy) < LEAST / 2 - .5;
  };
  return shapes.filter(s => small(s) && !inline(s.e)).flatMap(s => {
    const other = shapes.find(o => o.e !== s.e && !o.e.contains(s.e) && !s.e.contains(o.e) && near(s, o));
    return other ? [`${s.e.tagName}.${s.e.className} “${s.e.textContent.trim().slice(0, 16)}” ${Math.round(s.r.width)}×${Math.round(s.r.height)} near “${other.e.textContent.trim().slice(0, 16)}”`] : [];
  }).slice(0, 8);
}
