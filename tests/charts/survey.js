/* What a drawing shows, read back from the page: each line of text with its anchor and face, each mark
   with its box and ink. The same reading of the static picture and of the live one. */
window.survey = (root) => {
  const origin = root.getBoundingClientRect();
  const at = (m, x, y) => [m.a * x + m.c * y + m.e - origin.left, m.b * x + m.d * y + m.f - origin.top];
  const hidden = (e) => {
    for (let p = e; p && p !== root; p = p.parentElement) {
      const s = getComputedStyle(p), name = p.getAttribute("class") || "";
      if (s.display === "none" || s.visibility === "hidden" || +s.opacity === 0) return true;
      if (/clipPath|defs/.test(p.tagName) || /drag|hover|bg/.test(name)) return true;
    }
    return false;
  };
  const alpha = (c) => {
    const m = c.match(/rgba?\([^,]+, [^,]+, [^,)]+(?:, ([\d.]+))?\)/);
    return c === "none" ? 0 : m && m[1] !== undefined ? +m[1] : 1;
  };
  const opaque = (c) => c.replace(/rgba\((.*), [\d.]+\)/, "rgb($1)");

  const texts = [];
  for (const t of root.querySelectorAll("text")) {
    if (hidden(t) || !t.textContent) continue;
    const m = t.getScreenCTM(), s = getComputedStyle(t);
    let i = 0;
    for (const line of t.childNodes) {
      const length = line.textContent.length;
      if (!length) continue;
      const a = t.getStartPositionOfChar(i), b = t.getEndPositionOfChar(i + length - 1);
      i += length;
      texts.push({
        text: line.textContent, start: at(m, a.x, a.y), end: at(m, b.x, b.y), anchor: s.textAnchor,
        look: [line.textContent, s.fontSize, s.fontWeight, s.fill, s.textAnchor], size: parseFloat(s.fontSize),
      });
    }
  }

  const marks = [];
  const ink = (e, s) => {
    const box = e.getBBox(), line = /^M[^A-Za-z]+L[^A-Za-z]+$/.test(e.getAttribute("d") || "");
    const unfilled = s.shapeRendering === "crispEdges" || line || !box.width || !box.height;
    const gradient = s.fill.startsWith("url");
    const fill = unfilled || (!gradient && !(alpha(s.fill) * s.fillOpacity)) ? "none" : gradient ? "gradient" : opaque(s.fill);
    const drawn = alpha(s.stroke) && parseFloat(s.strokeWidth) && +s.strokeOpacity;
    const stroke = drawn ? opaque(s.stroke) : "none";
    const share = (on, c, o) => (on === "none" || on === "gradient" ? 0 : alpha(c) * o * s.opacity);
    return {
      fill, stroke, width: stroke === "none" ? 0 : parseFloat(s.strokeWidth),
      alphas: [share(fill, s.fill, s.fillOpacity), share(stroke, s.stroke, s.strokeOpacity)],
      dash: stroke === "none" ? "none" : s.strokeDasharray,
    };
  };
  /* several strokes in one path, as plotly.js draws grid lines one by one */
  const parts = (e, fill) => {
    const d = e.getAttribute("d");
    if (!d || fill !== "none" || (d.match(/M/g) || []).length < 2) return [e];
    return d.match(/M[^M]+/g).map((piece) => {
      const p = document.createElementNS("http://www.w3.org/2000/svg", "path");
      p.setAttribute("d", piece);
      e.parentNode.insertBefore(p, e);
      return p;
    });
  };
  for (const e of [...root.querySelectorAll("path,rect,circle,ellipse")]) {
    const d = e.getAttribute("d"), ground = e.tagName === "rect" && !e.hasAttribute("x");
    if (hidden(e) || ground || (e.tagName === "path" && (!d || /^M0,0Z?$/.test(d)))) continue;
    const look = ink(e, getComputedStyle(e)), m = e.getScreenCTM();
    if (look.fill === "none" && look.stroke === "none") continue;
    for (const p of parts(e, look.fill)) {
      const b = p.getBBox(), xs = [b.x, b.x + b.width], ys = [b.y, b.y + b.height];
      const corners = xs.flatMap((x) => ys.map((y) => at(m, x, y)));
      const us = corners.map((c) => c[0]), vs = corners.map((c) => c[1]);
      marks.push({ ...look, box: [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)], html: e.outerHTML.slice(0, 120) });
      if (p !== e) p.remove();
    }
  }
  return { texts, marks };
};

window.drawStill = (svg, size, lang) => {
  const box = document.getElementById("box");
  box.lang = lang;
  box.innerHTML = svg;
  box.firstChild.setAttribute("width", size[0]);
  box.firstChild.setAttribute("height", size[1]);
  return window.survey(box);
};

window.drawLive = async (figure, lang) => {
  const box = document.getElementById("box");
  box.lang = lang;
  box.innerHTML = "<div></div>";
  const quiet = { displayModeBar: false, showSendToCloud: false, responsive: false };
  await window.Plotly.newPlot(box.firstChild, figure.data, figure.layout, quiet);
  await document.fonts.ready;
  const bad = (window.Plotly.validate(figure.data, figure.layout) || []).map((e) => e.msg);
  return { ...window.survey(box), bad };
};
