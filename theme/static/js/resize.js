/* For a page that holds frames of this site: each frame gets the height it asks for. Only a frame of this page is
   listened to, and only a number within reason is taken. */
(function () {
  "use strict";
  addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.type !== "policy-embed:height" || !(said.height > 0 && said.height < 10000)) return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.height = Math.ceil(said.height);
    });
  });
})();
