/* What is on the screen, as elements exactly over the drawn ones: for screen readers, switches and the keyboard. From the first
 * pointer on they let all through, so that a finger or a mouse is handled once, by SDL. Until then, and again when a helper
 * presses something, they are in the way: whoever feels a tablet's screen with a finger and a screen reader finds them only so. */
(function () {
  'use strict';
  const sango = window.sango;
  const LOG_MAX = 6; /* whoever reads the page to its end finds the last ones again */
  const METER_MS = 5000; /* a value that grows is not said more often */
  const KEY_MS = 1000;   /* a click so soon after a key is the key's */
  const TAP_MS = 400;    /* within this time the click of a finger has come: it goes where the finger was put */
  const DIGITS = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९'];

  function set(element, name, value) {
    if (value === null || value === '') { element.removeAttribute(name); } else if (element.getAttribute(name) !== String(value)) { element.setAttribute(name, value); }
  }

  function setText(element, text) {
    if (element.textContent !== text) { element.textContent = text; }
  }

  /* "70 %" and "3 of 5", in digits of any writing, as [now, most]; null when it is neither. */
  function readMeter(value) {
    const plain = value.replace(/[٠-٩۰-۹०-९]/g, (digit) => DIGITS.map((row) => row.indexOf(digit)).find((at) => at >= 0));
    const numbers = plain.match(/\d+(?:\.\d+)?/g) || [];
    if (/[%٪]/.test(plain) && numbers.length === 1) { return [Number(numbers[0]), 100]; }
    return numbers.length === 2 && Number(numbers[0]) <= Number(numbers[1]) ? [Number(numbers[0]), Number(numbers[1])] : null;
  }

  const word = (name) => document.getElementById('word-' + name).textContent;
  const about = (name, words) => word('says').replace('{name}', () => name).replace('{words}', () => words);
  const isSentence = (text) => /[.!?:…。！？：؟।»"”’)\]]$/.test(text);

  function withValue(item) {
    if (!item.value) { return item.label; }
    return isSentence(item.label) ? item.label + ' ' + item.value : about(item.label, item.value);
  }

  function fillButton(element, item) { setText(element, item.role === 'switch' ? item.label : withValue(item)); }

  function fillSlider(element, item) {
    set(element, 'aria-label', item.label);
    set(element, 'aria-valuetext', item.value || item.label);
  }

  function fillMeter(element, item) {
    const numbers = readMeter(item.value || '');
    set(element, 'role', numbers ? 'meter' : 'img');
    set(element, 'aria-label', numbers ? item.label : withValue(item));
    set(element, 'aria-valuemin', numbers && 0);
    set(element, 'aria-valuenow', numbers && numbers[0]);
    set(element, 'aria-valuemax', numbers && numbers[1]);
    set(element, 'aria-valuetext', numbers && item.value);
  }

  const ROLES = {
    heading: { tag: 'h2', fill: (e, item) => setText(e, withValue(item)) },
    text: { tag: 'p', fill: (e, item) => setText(e, withValue(item)) },
    image: { tag: 'div', role: 'img', fill: (e, item) => set(e, 'aria-label', withValue(item)) },
    meter: { tag: 'div', fill: fillMeter },
    button: { tag: 'button', fill: fillButton },
    option: { tag: 'button', fill: fillButton },
    switch: { tag: 'button', role: 'switch', fill: fillButton },
    slider: { tag: 'input', fill: fillSlider },
  };
  /* What cannot be pressed is something to read: a switch on the phone of a story, a value between two buttons. */
  const isControl = (item) => Boolean(item.id) && ['button', 'option', 'switch', 'slider'].includes(item.role);
  const roleOf = (item) => (['button', 'option', 'switch', 'slider'].includes(item.role) && !item.id ? ROLES.text : ROLES[item.role] || ROLES.text);

  /* The words of an answer that can be pressed: the answer says them. */
  const isTwin = (item, next) => Boolean(next) && item.role === 'text' && item.label === next.label &&
    ['option', 'text'].includes(next.role) && Boolean(next.id || next.value);

  function make(item, key) {
    const role = roleOf(item);
    const element = document.createElement(role.tag);
    if (role.tag === 'button') { element.type = 'button'; }
    if (role.tag === 'input') {
      /* What helpers change is told in steps; the value itself is the game's. */
      element.type = 'range';
      element.min = 0;
      element.max = 2;
      element.step = 1;
      element.value = 1;
    }
    if (role.role) { element.setAttribute('role', role.role); }
    element.dataset.key = key;
    return element;
  }

  function place(element, item) {
    const percent = (share) => Math.round(share * 10000) / 100 + '%';
    element.style.left = percent(item.x);
    element.style.top = percent(item.y);
    element.style.width = percent(item.w);
    element.style.height = percent(item.h);
  }

  function fill(element, item) {
    roleOf(item).fill(element, item);
    place(element, item);
    set(element, 'data-id', item.id || null);
    set(element, 'aria-disabled', item.disabled ? 'true' : null);
    set(element, 'aria-checked', item.role === 'switch' && isControl(item) ? Boolean(item.checked) : null);
    set(element, 'aria-current', item.checked && item.role !== 'switch' && isControl(item) && !item.value && !item.description ? 'true' : null);
    if (isControl(item)) { element.tabIndex = item.focusable === false ? -1 : 0; }
  }

  /* Puts `wanted` into `parent` in order. What has the focus is not moved, the others go around it: focus would be lost. */
  function arrange(parent, wanted) {
    for (const child of Array.from(parent.children)) {
      if (!wanted.includes(child)) { child.remove(); }
    }
    const anchor = wanted.findIndex((element) => element.contains(document.activeElement));
    for (let i = anchor - 1; i >= 0; i--) {
      if (wanted[i].nextElementSibling !== wanted[i + 1] || wanted[i].parentNode !== parent) { parent.insertBefore(wanted[i], wanted[i + 1]); }
    }
    for (let i = Math.max(anchor, 0); i < wanted.length; i++) {
      const before = i ? wanted[i - 1] : null;
      if (wanted[i].parentNode !== parent || wanted[i].previousElementSibling !== before) {
        parent.insertBefore(wanted[i], before ? before.nextSibling : parent.firstChild);
      }
    }
  }

  /* `engine()` gives the module once it runs. */
  sango.createAccess = function (engine) {
    const game = document.getElementById('game');
    const root = document.getElementById('access');
    const log = document.getElementById('log');
    const notes = document.createElement('div'); /* longer help of items */
    let elements = new Map(), said = [], answers = [], meters = [], meterAt = -Infinity, speaker = '', title = '', engineFocus = 0, isOurs = false;

    notes.hidden = true;
    root.after(notes);

    /* A name that stays the same as long as the item does: its id, or what it says and how often that was said before. A
     * button that says something else, as "Next" becomes "Go on", is a new element: so it is heard when it gets the focus. */
    function keyOf(item, seen) {
      const says = ['button', 'option'].includes(item.role) ? withValue(item) : item.label;
      const base = isControl(item) && ['switch', 'slider'].includes(item.role) ? item.role + item.id : item.role + (item.id || '') + ' ' + says;
      const times = seen.get(base) || 0;
      seen.set(base, times + 1);
      return times ? base + ' ' + times : base;
    }

    function describe(element, item) {
      let note = null;
      if (item.description) {
        note = document.createElement('p');
        note.id = 'note-' + notes.childElementCount;
        note.textContent = item.description;
        notes.append(note);
      }
      set(element, 'aria-describedby', note && note.id);
    }

    /* Answers are a list: a screen reader says how many there are. */
    function group(next, key) {
      const element = elements.get(key) || document.createElement('div');
      element.setAttribute('role', 'list');
      element.setAttribute('aria-label', word('answers'));
      element.dataset.key = key;
      next.set(key, element);
      return { element, list: [] };
    }

    function entryOf(element) {
      if (!element.parentNode) {
        const entry = document.createElement('div');
        entry.setAttribute('role', 'listitem');
        entry.append(element);
      }
      return element.parentNode;
    }

    function build(items) {
      const next = new Map(), seen = new Map(), top = [], groups = [];
      let open = null;
      notes.textContent = '';
      for (const item of items) {
        const key = keyOf(item, seen);
        const element = elements.get(key) || make(item, key);
        next.set(key, element);
        fill(element, item);
        describe(element, item);
        if (item.role !== 'option' || !item.id) {
          open = null;
          top.push(element);
          continue;
        }
        if (!open) {
          open = group(next, 'group ' + groups.length);
          groups.push(open);
          top.push(open.element);
        }
        open.list.push(entryOf(element));
      }
      arrange(root, top);
      groups.forEach((one) => arrange(one.element, one.list));
      elements = next;
    }

    /* Meters tell what they have not told yet; one that only grows, now and then. */
    function tellsMeter(item, list) {
      const line = withValue(item);
      const isNew = !meters.includes(line);
      const grows = isNew && item.value && meters.some((old) => old.startsWith(item.label));
      if (grows && performance.now() - meterAt < METER_MS) {
        list.push(item.label);
        return false;
      }
      if (isNew) { meterAt = performance.now(); }
      list.push(line);
      return isNew;
    }

    /* Who speaks is said once for all that is said in a row. */
    function wordsOf(item) {
      const isOther = item.speaker && item.speaker !== speaker;
      speaker = item.role === 'meter' ? speaker : item.speaker || '';
      return isOther ? about(item.speaker, item.label) : withValue(item);
    }

    /* Answers have no need to be told where the focus reads them: only those before it, and what has become of the others. */
    function isHeard(item, focus, isPassed) {
      if (!isControl(item)) { return !item.sound; } /* whoever does not hear a sound can read it on the page */
      if (item.role === 'option' && (!focus.isInside || (!focus.stays && isPassed))) { return true; }
      return focus.isInside && focus.stays && item.id !== focus.id && ['option', 'slider'].includes(item.role) && Boolean(item.value || !answers.includes(item.label));
    }

    /* Tells what was not on the screen before, but no name apart from the words, and no answer that can only be read now. */
    function tell(screen, focus) {
      const fresh = screen.title && screen.title !== title ? [screen.title] : [];
      const names = screen.items.map((item) => item.speaker).filter(Boolean);
      const isBare = (item) => item.role !== 'image' && !item.speaker && !item.value && !item.line;
      const before = said.slice(), now = [], shown = [];
      screen.items.forEach((item, i) => {
        const words = withValue(item), key = (item.line || '') + ' ' + words;
        const read = isControl(item) && focus.isInside ? 'read ' + key : key; /* not told, as the focus can read it */
        const at = before.includes(read) ? before.indexOf(read) : before.indexOf(key);
        if (at >= 0) { before.splice(at, 1); }
        now.push(read);
        const isOld = item.role === 'meter' ? !tellsMeter(item, shown) : at >= 0;
        const isSaid = isBare(item) ? names.concat(fresh, isControl(item) ? [] : answers).includes(words) : !item.line && fresh.includes(words);
        if (!isOld && !isSaid && isHeard(item, focus, i < focus.at)) { fresh.push(wordsOf(item)); }
      });
      answers = screen.items.filter((item) => item.role === 'option' && item.id).map((item) => item.label);
      said = now;
      if (shown.length) { meters = shown; }
      title = screen.title || '';
      if (fresh.length) { /* as one: what comes as several may be said in any order */
        const paragraph = document.createElement('p');
        paragraph.textContent = fresh.map((line) => (isSentence(line) ? line : line + (/[\u3000-\u9fff]$/.test(line) ? '。' : '.'))).join(' ');
        log.append(paragraph);
      }
      while (log.childElementCount > LOG_MAX) { log.firstElementChild.remove(); }
    }

    function elementOf(id) {
      return id ? root.querySelector('[data-id="' + id + '"]') : null;
    }

    function focus(element) {
      if (!element || element === document.activeElement) { return; }
      isOurs = true; /* the game knows already */
      element.focus({ preventScroll: true });
      isOurs = false;
      if (element === game || !element.matches(':focus-visible') || echoed.has(element.dataset.id)) { return; }
      echoed.add(element.dataset.id);
      tellFocus(element);
    }

    /* What the game has said and was told in turn, since the player did something: each once. Else two answers that cross
     * each other would go back and forth for good. */
    const echoed = new Set();

    /* Told by name, the game draws its ring, also where the focus was before. */
    function tellFocus(element) {
      const id = Number(element.dataset.id) || 0;
      if (id && engine() && element.getAttribute('aria-disabled') !== 'true') { /* the game has no focus there */
        engineFocus = id;
        engine()._sango_focus(id);
      }
    }

    let keyAt = -Infinity;
    addEventListener('keydown', () => {
      keyAt = performance.now();
      echoed.clear();
    }, true);
    const letThrough = () => root.classList.add('through');
    addEventListener('pointermove', (event) => {
      if (event.isTrusted && event.pointerType !== 'touch' && !event.buttons) { letThrough(); }
    }, { capture: true, passive: true });
    addEventListener('pointerup', (event) => { if (event.isTrusted) { setTimeout(letThrough, TAP_MS); } }, { capture: true, passive: true });

    /* The one click of a pointer that found an element in the way, where there is nothing to press. */
    function passOn(event) {
      const at = { clientX: event.clientX, clientY: event.clientY, screenX: event.screenX, screenY: event.screenY, bubbles: true };
      for (const type of ['mousemove', 'mousedown', 'mouseup']) { document.getElementById('canvas').dispatchEvent(new MouseEvent(type, at)); }
    }

    addEventListener('click', (event) => { /* not at an element: it would be called clickable */
      if (!root.contains(event.target)) { return; }
      const element = event.target.closest('[data-id]');
      echoed.clear();
      if (event.detail === 0 && performance.now() - keyAt > KEY_MS) { root.classList.remove('through'); }
      if (!element || element.tagName !== 'BUTTON') {
        if (event.detail > 0) { passOn(event); }
        return;
      }
      focus(element); /* not every helper does so itself; now the focus leads on to what comes */
      if (element.getAttribute('aria-disabled') !== 'true' && engine()) { engine()._sango_press(Number(element.dataset.id)); }
    });
    root.addEventListener('input', (event) => {
      const element = event.target.closest('input[data-id]');
      if (!element) { return; }
      const steps = Number(element.value) - 1;
      element.value = 1;
      if (steps && engine()) { engine()._sango_adjust(Number(element.dataset.id), steps); }
    });
    root.addEventListener('focusin', (event) => {
      if (!isOurs) { tellFocus(event.target); }
    });

    return {
      say(screen) {
        const hadFocus = root.contains(document.activeElement);
        const moved = screen.focus !== engineFocus;
        screen.items = screen.items.filter((item, i) => !isTwin(item, screen.items[i + 1]));
        build(screen.items);
        tell(screen, { isInside: hadFocus, stays: !moved, id: screen.focus, at: screen.items.findIndex((item) => item.id && item.id === screen.focus) });
        engineFocus = screen.focus || 0;
        if (hadFocus && (moved || !root.contains(document.activeElement))) {
          focus(elementOf(engineFocus) || game);
        }
      },
      isInside: (element) => root.contains(element),
    };
  };
}());
