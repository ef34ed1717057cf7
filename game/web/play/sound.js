/* Browsers let sound start only from a finished gesture. Emscripten listens once and too early for touch, so each gesture
 * asks again, for good. While the page is hidden there is silence. */
(function () {
  'use strict';
  const sango = window.sango;

  /* Whether there can be sound at all. SDL must not meet a browser that refuses: it would break off in the middle. */
  sango.findSound = function () {
    try {
      const audio = new (window.AudioContext || window.webkitAudioContext)();
      const can = typeof audio.createScriptProcessor === 'function';
      audio.close().catch(() => {});
      if (can) { return true; }
    } catch (error) { /* none, or none left */ }
    window.AudioContext = window.webkitAudioContext = undefined;
    return false;
  };

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
