/* Copying: words beside a button, or the picture of a chart. The page is whole without it.
   <button type="button" data-js data-copy data-done="copied" data-failed="…">: copies the text of the code or
   paragraph with the id in aria-controls. <button … data-copy-image="its.png">: copies the picture; it is
   drawn through a canvas, since a strict policy lets a page load images, but not fetch files. */
(function () {
  "use strict";
  var d = document, clip = navigator.clipboard, served = location.protocol !== "file:";

  function tell(button, ok) {
    var words = button.textContent;
    if (button.dataset.busy) return;
    button.dataset.busy = "1";
    button.textContent = ok ? button.dataset.done : button.dataset.failed;
    setTimeout(function () { button.textContent = words; delete button.dataset.busy; }, 2500);
  }
  function words(text) {
    if (clip && clip.writeText) return clip.writeText(text);
    /* no clipboard outside a secure context: the old way */
    var box = d.createElement("textarea");
    box.value = text;
    d.body.append(box);
    box.select();
    var ok = d.execCommand("copy");
    box.remove();
    return ok ? Promise.resolve() : Promise.reject(new Error("copy"));
  }
  function image(url) {
    var png = new Promise(function (resolve, reject) {
      var img = new Image();
      img.onerror = reject;
      img.onload = function () {
        var canvas = d.createElement("canvas");
        canvas.width = img.naturalWidth;
        canvas.height = img.naturalHeight;
        canvas.getContext("2d").drawImage(img, 0, 0);
        canvas.toBlob(function (blob) { if (blob) resolve(blob); else reject(new Error(url)); }, "image/png");
      };
      img.src = url;
    });
    return clip.write([new ClipboardItem({ "image/png": png })]);
  }
  d.querySelectorAll("[data-copy]").forEach(function (button) {
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      words(d.getElementById(button.getAttribute("aria-controls")).textContent)
        .then(function () { tell(button, true); }, function () { tell(button, false); });
    });
  });
  d.querySelectorAll("[data-copy-image]").forEach(function (button) {
    if (!served || !clip || !clip.write || !window.ClipboardItem) return;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      image(button.dataset.copyImage).then(function () { tell(button, true); }, function () { tell(button, false); });
    });
  });
})();
