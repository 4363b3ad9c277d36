/* Inside a frame on another site: light or dark as the address asks (?theme=dark), and the page's own height told
   to the page around it, once for each change, in the three forms that sites listen for. Nothing is read from there. */
(function () {
  "use strict";
  var d = document, root = d.documentElement, last = 0;
  root.classList.remove("no-js");
  var theme = /[?&]theme=(light|dark)\b/.exec(location.search);
  if (theme) root.dataset.theme = theme[1];
  /* the theme before the first paint, the height once there is one */
  if (parent !== window) d.addEventListener("DOMContentLoaded", function () {
  function send() {
    var height = Math.ceil(d.body.getBoundingClientRect().height);
    if (!height || height === last) return;
    last = height;
    parent.postMessage({ type: "policy-embed:height", height: height }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height: height }, "*");
    parent.postMessage(JSON.stringify({ src: location.href, context: "iframe.resize", height: height }), "*");
  }
  if (window.ResizeObserver) new ResizeObserver(send).observe(d.body);
  addEventListener("load", send);
  });
})();
