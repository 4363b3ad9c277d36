/* Every stop in turn: is there a line around it (or around the label that stands for it), and does it
   lie below the one before it, or to its right? */
() => {
  const found = [], stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled);
  if (document.querySelector("[tabindex]:not([tabindex='0'], [tabindex='-1'])")) found.push("an order of its own");
  const said = e => `${e.tagName}.${e.className} “${e.textContent.trim().slice(0, 20)}”`;
  let last = null, before = null;
  for (const e of stops) {
    e.focus({ preventScroll: true });
    if (document.activeElement !== e) continue;
    const shown = e.matches("[type=radio]") ? e.closest("label") : e, css = getComputedStyle(shown);
    if (css.outlineStyle === "none" || parseFloat(css.outlineWidth) < 2) found.push(`no line around ${said(e)}`);
    const box = shown.getClientRects()[0];
    if (!box || e.closest(".skip, .masthead, .scroll")) continue;
    if (last && box.bottom < last.top - 2 && box.left < last.left + 2) found.push(`${said(e)} stands above ${said(before)}`);
    last = box;
    before = e;
  }
  return found.slice(0, 8);
}
