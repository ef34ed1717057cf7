/* Browsers let sound start only from a finished gesture. Emscripten listens once and too early for touch, so each gesture
 * asks again, for good. While the page is hidden there is silence. */
(function () {
  'use strict';
  const sango = window.sango;

  /* `context()` gives SDL's audio context, or nothing while there is none. Returns the function that hears of visibility. */
  sango.startSound = function (context, wanted) {
    let isSeen = !document.hidden;

    function resume() {
      const audio = context();
      if (wanted && isSeen && audio && audio.state !== 'running' && audio.state !== 'closed') { audio.resume().catch(() => {}); }
    }
    for (const type of ['pointerup', 'touchend', 'click', 'keydown']) {
      addEventListener(type, resume, { capture: true, passive: true });
    }
    return function (visible) {
      const audio = context();
      isSeen = visible;
      if (visible) {
        if (navigator.userActivation ? navigator.userActivation.hasBeenActive : true) { resume(); }
      } else if (audio && audio.state === 'running') {
        audio.suspend().catch(() => {});
      }
    };
  };
}());
