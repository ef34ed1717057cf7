/* ?try=1, on a page that shows what the game is: after a minute of play, at the next change of the screen, a friendly end. */
(function () {
  'use strict';
  const sango = window.sango;
  const TASTE_MS = 60000;

  /* `pause()` stops the game behind. Returns the function that hears of each screen. */
  sango.startTaste = function (pause) {
    const dialog = document.getElementById('taste');
    const whole = document.getElementById('taste-whole');
    let since = null, played = 0, over = false;

    const query = new URLSearchParams(location.search);
    for (const name of ['try', 'embed', 'save']) { query.delete(name); }
    whole.href = location.pathname.split('/').pop() + (query.toString() ? '?' + query : '');

    function count() {
      const now = Date.now();
      if (since !== null) { played += now - since; }
      since = since !== null && !document.hidden ? now : null;
    }
    function begin() {
      if (since === null && !document.hidden) { since = Date.now(); }
    }
    for (const type of ['pointerdown', 'keydown']) { addEventListener(type, begin, { capture: true, passive: true }); }
    document.addEventListener('visibilitychange', () => { if (document.hidden) { count(); since = null; } });
    document.getElementById('taste-again').onclick = () => location.reload();
    dialog.addEventListener('cancel', (event) => event.preventDefault());

    return function () {
      count();
      if (over || played < TASTE_MS) { return; }
      over = true;
      pause();
      dialog.showModal();
    };
  };
}());
