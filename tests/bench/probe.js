/* Notes in window.seen when a reader first sees the chart, points at it and has it live (ms since the page was
   asked for), and how far the page shifted. `look` names what to look for: visible, near, live (CSS selectors).
   What is found at the start of a frame is painted by that frame, so its time is the start of the next one. */
(look) => {
  const seen = (window.seen = { shift: 0 });
  const found = {};
  const inSight = (e) => {
    const b = e.getBoundingClientRect();
    return b.width > 0 && b.height > 0 && b.bottom > 0 && b.right > 0 && b.top < innerHeight && b.left < innerWidth;
  };
  const isDrawn = (line) => inSight(line) && inSight(line.closest("svg")); // a drawing of no size has lines with a box
  const isPainted = () => performance.getEntriesByName("first-contentful-paint").length > 0;
  const note = (name, isThere) => {
    if (!look[name] || name in seen) return;
    if (found[name] && isPainted()) seen[name] = performance.now();
    else found[name] = isThere();
  };
  const frame = () => {
    note("visible", () => [...document.querySelectorAll(look.visible)].some(isDrawn));
    note("live", () => document.querySelector(look.live) !== null);
    if (!("live" in seen)) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  if (look.near) document.addEventListener("pointerenter", (event) => {
    if (!("near" in seen) && event.target instanceof Element && event.target.matches(look.near))
      seen.near = performance.now();
  }, true);
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value;
  }).observe({ type: "layout-shift", buffered: true });
}
