/* What is on the screen, as elements exactly over the drawn ones: for screen readers, switches and the keyboard. They let
 * pointers through, so that a finger or a mouse is handled once, by SDL; a click that reaches one came from such a helper. */
(function () {
  'use strict';
  const sango = window.sango;
  const LOG_MAX = 20;
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

  const withValue = (item) => item.value ? item.label + ' ' + item.value : item.label;

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
  const isControl = (item) => ['button', 'option', 'switch', 'slider'].includes(item.role);

  function make(item, key) {
    const role = ROLES[item.role] || ROLES.text;
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
    (ROLES[item.role] || ROLES.text).fill(element, item);
    place(element, item);
    set(element, 'data-id', item.id || null);
    set(element, 'aria-disabled', item.disabled ? 'true' : null);
    set(element, 'aria-checked', item.role === 'switch' ? Boolean(item.checked) : null);
    set(element, 'aria-current', item.checked && item.role !== 'switch' && isControl(item) ? 'true' : null);
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
    let elements = new Map(), said = [], title = '', engineFocus = 0, isOurs = false;

    notes.hidden = true;
    root.after(notes);

    /* A name that stays the same as long as the item does: its id, or what it says and how often that was said before. */
    function keyOf(item, seen) {
      const base = item.id ? 'id' + item.id + item.role : item.role + ' ' + item.label;
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

    function group(next, key) {
      const element = elements.get(key) || document.createElement('div');
      element.setAttribute('role', 'group');
      element.setAttribute('aria-label', document.getElementById('word-answers').textContent);
      element.dataset.key = key;
      next.set(key, element);
      return { element, list: [] };
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
        if (item.role !== 'option') {
          open = null;
          top.push(element);
          continue;
        }
        if (!open) {
          open = group(next, 'group ' + groups.length);
          groups.push(open);
          top.push(open.element);
        }
        open.list.push(element);
      }
      arrange(root, top);
      groups.forEach((one) => arrange(one.element, one.list));
      elements = next;
    }

    /* Tells what was not on the screen before. Answers only when no focus will read them. */
    function tell(screen, hadFocus) {
      const fresh = screen.title && screen.title !== title ? [screen.title] : [];
      const lines = screen.items.filter((item) => !isControl(item) || (item.role === 'option' && !hadFocus)).map(withValue);
      const before = said.slice();
      for (const line of lines) {
        const at = before.indexOf(line);
        if (at >= 0) { before.splice(at, 1); } else if (!fresh.includes(line)) { fresh.push(line); }
      }
      said = lines;
      title = screen.title || '';
      for (const line of fresh) {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
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
      if (element !== game && element.matches(':focus-visible')) { tellFocus(element); }
    }

    /* Told by name, the game draws its ring, also where the focus was before. */
    function tellFocus(element) {
      const id = Number(element.dataset.id) || 0;
      if (id && engine()) {
        engineFocus = id;
        engine()._sango_focus(id);
      }
    }

    root.addEventListener('click', (event) => {
      const element = event.target.closest('[data-id]');
      if (element && element.tagName === 'BUTTON' && element.getAttribute('aria-disabled') !== 'true' && engine()) { engine()._sango_press(Number(element.dataset.id)); }
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
        build(screen.items);
        tell(screen, hadFocus);
        const moved = screen.focus !== engineFocus;
        engineFocus = screen.focus || 0;
        if (hadFocus && (moved || !root.contains(document.activeElement))) {
          focus(elementOf(engineFocus) || game);
        }
      },
      isInside: (element) => root.contains(element),
    };
  };
}());
