/* ?try=1, on a page that shows what the game is: after a minute of play, when the player turns a page, a friendly end. */
(function () {
  'use strict';
  const sango = window.sango;
  const TASTE_MS = 60000;

  /* `pause()` stops the game behind. Returns the function that hears of each screen. */
  sango.startTaste = function (pause) {
    const dialog = document.getElementById('taste');
    const whole = document.getElementById('taste-whole');
    let since = null, played = 0, over = false, hasActed = false, before = '';

    const query = new URLSearchParams(location.search);
    for (const name of ['try', 'embed', 'save']) { query.delete(name); }
    whole.href = location.pathname.split('/').pop() + (query.toString() ? '?' + query : '');

    function count() {
      const now = Date.now();
      if (since !== null) { played += now - since; }
      since = since !== null && !document.hidden ? now : null;
    }
    function act() {
      hasActed = true;
      if (since === null && !document.hidden) { since = Date.now(); }
    }
    /* The click: of a helper that uses neither. */
    for (const type of ['pointerdown', 'keydown', 'click']) { addEventListener(type, act, { capture: true, passive: true }); }
    document.addEventListener('visibilitychange', () => { if (document.hidden) { count(); since = null; } });
    document.getElementById('taste-again').onclick = () => location.reload();
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => location.reload()); /* browsers insist at the second Escape */

    /* Nobody is interrupted: a sound's words that go, a star that flies or a focus that moves turn no page. */
    return function (screen) {
      const words = screen.title + screen.items.filter((item) => !item.sound && item.role !== 'meter').map((item) => item.label).join('\n');
      const isTurned = hasActed && words !== before;
      before = words;
      hasActed = hasActed && !isTurned;
      count();
      if (over || !isTurned || played < TASTE_MS) { return; }
      over = true;
      pause();
      dialog.showModal();
    };
  };
}());
