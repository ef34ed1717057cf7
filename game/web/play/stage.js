/* The place of the game in the page: size, keys, full screen, the browser's Back, being seen or not, notices. */
(function () {
  'use strict';
  const sango = window.sango;
  const SCALE_MAX = 2, PIXELS_MAX = 2560 * 1440; /* more is not seen, and old tablets could not draw it */
  const BACK_MS = 600;                           /* within this time the game has answered to Back */
  const GIVEN_BACK_MS = 4000;
  const GAME = document.getElementById('game');
  const root = document.documentElement;

  /* What the canvas should have, in pixels, for its size in the page. */
  sango.drawingSize = function (width, height, ratio) {
    const scale = Math.min(ratio || 1, SCALE_MAX, Math.sqrt(PIXELS_MAX / Math.max(1, width * height)));
    return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  };

  sango.watchSize = function (engine) {
    let last = '';
    function now() {
      const box = GAME.getBoundingClientRect();
      return sango.drawingSize(box.width, box.height, window.devicePixelRatio);
    }
    function fit() {
      const size = now();
      if (!engine() || !GAME.clientWidth || !GAME.clientHeight || size.join() === last) { return; }
      last = size.join();
      engine()._sango_resize(size[0], size[1]);
    }
    if (typeof ResizeObserver === 'function') { new ResizeObserver(fit).observe(GAME); }
    addEventListener('resize', fit); /* also comes when only the pixel ratio changes */
    return { fit, now };
  };

  /* Which keys are SDL's: those that arrive at #game. The others stop here, and stay the browser's. */
  sango.watchKeys = function (access) {
    const isBrowsers = (event) => event.ctrlKey || event.altKey || event.metaKey ||
      /^(Tab|F\d+|Control|Alt|AltGraph|Meta|OS|ContextMenu)$/.test(event.key);
    function onKey(event) {
      if (!GAME.contains(event.target)) { return; }
      const presses = event.key === 'Enter' || event.key === ' ';
      if (isBrowsers(event)) {
        event.stopPropagation();
      } else if (presses && access.isInside(event.target)) {
        event.stopPropagation(); /* the button's own click comes instead */
        if (event.repeat) { event.preventDefault(); }
      } else if (access.isInside(event.target) && event.target.tagName === 'INPUT') {
        event.preventDefault(); /* SDL moves the slider */
      }
    }
    addEventListener('keydown', onKey, true);
    addEventListener('keypress', onKey, true);
    /* Not at #game itself: screen readers would call it clickable. */
    addEventListener('pointerdown', (event) => {
      if (GAME.contains(event.target) && !GAME.contains(document.activeElement)) { GAME.focus({ preventScroll: true }); }
    });
    addEventListener('contextmenu', (event) => { if (GAME.contains(event.target)) { event.preventDefault(); } });
  };

  const isFull = () => Boolean(document.fullscreenElement || document.webkitFullscreenElement);

  /* Returns page.fullscreen. A wish that came without a gesture is fulfilled at the next one. The game hears how it is, for its switch. */
  sango.watchFull = function (engine) {
    const button = document.getElementById('full');
    const enter = root.requestFullscreen || root.webkitRequestFullscreen;
    const leave = document.exitFullscreen || document.webkitExitFullscreen;
    const isAllowed = enter && (document.fullscreenEnabled || document.webkitFullscreenEnabled);
    let wish = null;

    function tell() {
      if (engine()) { engine()._sango_fullscreen(isFull() ? 1 : 0); }
    }
    function go(on) {
      if (on === isFull()) { return; }
      if (!isAllowed) { setTimeout(tell); return; } /* a telephone, or a frame that may not */
      const result = on ? enter.call(root, { navigationUI: 'hide' }) : leave.call(document);
      if (result && result.catch) { result.catch(() => { wish = on; }); }
    }
    function retry() {
      const on = wish;
      wish = null;
      if (on !== null) { go(on); }
    }
    addEventListener('pointerup', retry);
    addEventListener('keyup', retry);
    addEventListener('fullscreenchange', tell);
    addEventListener('webkitfullscreenchange', tell);
    if (isAllowed) {
      button.hidden = false;
      button.onclick = () => go(!isFull());
    }
    return (on) => go(Boolean(on));
  };

  /* One entry of the history stands for "inside the game": Back takes it away and is the game's. If the game goes back by
   * that, the entry comes again; at the title it does not, and the next Back leaves. Not inside a frame: there the
   * history is the outer page's. Returns the function that hears of each screen. */
  sango.watchBack = function (engine) {
    let isIn = false, leftAt = -Infinity, before = '';
    let screen = '';
    function enter() {
      if (isIn) { return; }
      history.pushState({ sango: 'in' }, '');
      isIn = true;
    }
    isIn = Boolean(history.state && history.state.sango === 'in'); /* the page was loaded again */
    for (const type of ['pointerup', 'keydown']) { addEventListener(type, enter, { capture: true, passive: true }); }
    addEventListener('popstate', () => {
      isIn = Boolean(history.state && history.state.sango === 'in');
      if (isIn || !engine()) { return; }
      leftAt = performance.now();
      before = screen;
      engine()._sango_back();
    });
    return function (said) {
      screen = said.title + '\n' + said.items.map((item) => item.id + item.label).join('\n');
      if (screen !== before && performance.now() - leftAt < BACK_MS) { enter(); }
    };
  };

  /* The memory of pictures may be taken away (a tablet that is short of it, a driver that crashed). The game paints all again
   * when it is given back; if that takes long, the page begins again without the graphics card. Returns whether it did. */
  sango.watchPicture = function (engine) {
    const canvas = document.getElementById('canvas');
    let late = 0;
    function again() {
      if (document.hidden) { wait(); return; }
      history.replaceState(Object.assign({}, history.state, { software: true }), '');
      location.reload();
    }
    function wait() {
      clearTimeout(late);
      late = setTimeout(again, GIVEN_BACK_MS);
    }
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); /* else it never comes back */
      wait();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(late);
      if (!engine() || !engine()._sango_restored()) { again(); }
    });
    return Boolean(history.state && history.state.software);
  };

  /* SDL looks at gamepads in each turn; frames, policies and pages without https may forbid it, with an error. */
  sango.guardPads = function () {
    try {
      if (navigator.getGamepads()) { return; }
    } catch (error) { /* forbidden */ }
    Object.defineProperty(navigator, 'getGamepads', { value: () => [], configurable: true });
  };

  sango.watchVisible = function (tell) {
    document.addEventListener('visibilitychange', () => tell(!document.hidden));
    addEventListener('pagehide', () => tell(false));
    addEventListener('pageshow', (event) => { if (event.persisted) { tell(true); } });
  };

  /* A few words at the edge, until they are closed. `link` is what the notice is about, if it is about something. */
  sango.notice = function (word, link) {
    const notices = document.getElementById('notices');
    const text = document.getElementById('word-' + word).textContent;
    if (!link && Array.from(notices.children).some((old) => old.dataset.word === word)) { return; }
    const notice = document.createElement('div');
    const words = document.createElement('p');
    const close = document.createElement('button');
    notice.className = 'notice';
    notice.dataset.word = word;
    words.textContent = text + ' ';
    if (link) { words.append(link); }
    close.type = 'button';
    close.setAttribute('aria-label', document.getElementById('word-close').textContent);
    close.onclick = () => {
      notice.remove();
      GAME.focus({ preventScroll: true });
    };
    notice.append(words, close);
    notices.append(notice);
  };
}());
