/* Words that leave the box they stand in: a cell, a button, a list, a part of the page.
   A space kept at the end of a line may hang out. */
() => {
  const found = [], aside = "svg, script, style, option, .vh, .skip, .words, pre, select, [hidden], .scroll table";
  const block = e => { while (getComputedStyle(e).display.startsWith("inline") && e.parentElement !== document.body) e = e.parentElement; return e; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const e = text.parentElement;
    if (!text.data.trim() || e.closest(aside) || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (getComputedStyle(e).position === "absolute") continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const own = block(e).getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.width > 2 && (line.right > own.right + 5 || line.left < own.left - 5)) {
        found.push(`spilled: ${e.tagName}.${e.className} “${text.data.trim().slice(0, 24)}” by ${Math.round(line.right - own.right)} px`);
        break;
      }
    }
  }
  return found.slice(0, 8);
}
