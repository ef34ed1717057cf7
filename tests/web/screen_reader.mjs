/* A screen reader made for tests: what is said aloud (live regions, the element that gets the focus) in order, and what can be
 * read, from the browser's own accessibility tree. It acts as such helpers do: by the click of an element. */

/* Runs in the page, before anything else. A region is heard only if it stood in the page before its words came. */
function listen() {
  const heard = window.heard = [];
  const isLive = (node) => node.closest && node.closest('[aria-live], [role="log"], [role="status"], [role="alert"]');
  const isShown = (element) => !element.closest('[hidden]') && getComputedStyle(element).visibility !== 'hidden';
  const regions = new WeakSet();
  new MutationObserver((records) => {
    for (const record of records) {
      const region = isLive(record.target);
      if (!region || !regions.has(region) || !isShown(region)) { continue; }
      for (const node of record.addedNodes) {
        const text = node.textContent.trim();
        if (text) { heard.push({ kind: region.getAttribute('role') || 'live', text }); }
      }
    }
    for (const region of document.querySelectorAll('[aria-live], [role="log"], [role="status"], [role="alert"]')) { regions.add(region); }
  }).observe(document, { childList: true, subtree: true });
  document.addEventListener('focusin', (event) => heard.push({ kind: 'focus', element: event.target }));
}

/* Of no interest by themselves; their text is read where it stands. */
const SILENT = ['none', 'generic', 'InlineTextBox', 'RootWebArea', 'LineBreak', 'paragraph', 'ListMarker', 'listitem'];

const PATIENCE_MS = 15000;
/* Runs in the page: what stands there, without the words for sounds, which go by themselves. */
const STATE = () => Array.from(document.querySelectorAll('#access [data-key]'), (one) => one.textContent + one.getAttribute('aria-label') + one.getAttribute('aria-checked')).filter((words) => !words.startsWith('[')).join('|');

/* One node as it is spoken: name, role, states, description. */
function spoken(node) {
  const of = (name) => (node.properties || []).find((property) => property.name === name)?.value.value;
  if (node.role.value === 'StaticText') { return node.name.value; }
  const parts = [node.name?.value || '', node.role.value];
  if (of('level')) { parts.push('level ' + of('level')); }
  if (node.value?.value !== undefined && node.value.value !== '') { parts.push(of('valuetext') || String(node.value.value)); }
  if (of('checked') !== undefined) { parts.push(of('checked') === 'true' ? 'on' : 'off'); }
  if (of('pressed') !== undefined) { parts.push(of('pressed') === 'true' ? 'pressed' : 'not pressed'); }
  if (of('disabled')) { parts.push('unavailable'); }
  if (node.description?.value) { parts.push('(' + node.description.value + ')'); }
  return parts.join(', ');
}

export class ScreenReader {
  /* Call before page.goto(). */
  static async attach(page) {
    const reader = new ScreenReader();
    reader.page = page;
    await page.addInitScript(listen);
    reader.cdp = await page.context().newCDPSession(page);
    await reader.cdp.send('Accessibility.enable');
    return reader;
  }

  /* Depth first; what is inside a button or a heading is its name, and not read again. */
  async nodes() {
    const { nodes } = await this.cdp.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const list = [];
    (function walk(node) {
      const isHeard = !node.ignored && !SILENT.includes(node.role.value);
      if (isHeard) { list.push(node); }
      if (isHeard && ['button', 'heading', 'switch', 'link', 'image', 'slider', 'meter'].includes(node.role.value)) { return; }
      for (const id of node.childIds || []) { if (byId.has(id)) { walk(byId.get(id)); } }
    }(nodes[0]));
    return list;
  }

  /* All that can be read, in order, a line each. */
  async screen() {
    return (await this.nodes()).map(spoken);
  }

  /* What was said since the last call; the focus as the tree has it now. */
  async heard() {
    const events = await this.page.evaluate(() => {
      const list = window.heard.splice(0);
      const last = list.map((one) => one.kind).lastIndexOf('focus');
      return list.map((one, i) => (one.kind !== 'focus' ? one : { kind: 'focus', isLast: i === last, tag: one.element.tagName + '#' + (one.element.dataset.id || one.element.id) }));
    });
    const focus = (await this.nodes()).filter((node) => (node.properties || []).some((property) => property.name === 'focused' && property.value.value)).pop();
    const lines = [];
    for (const event of events) {
      if (event.kind !== 'focus') { lines.push(event.kind + ': ' + event.text); } else if (event.isLast) { lines.push('focus: ' + (focus ? spoken(focus) : 'the page')); }
    }
    return lines;
  }

  /* Waits until nothing has changed for a while. */
  async settle(ms = 120) {
    await this.page.evaluate((quiet) => new Promise((done) => {
      let timer = setTimeout(finish, quiet);
      const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, quiet); });
      const most = setTimeout(finish, 20 * quiet);
      function finish() { observer.disconnect(); clearTimeout(timer); clearTimeout(most); done(); }
      observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'data-id', 'aria-checked', 'aria-disabled', 'aria-valuetext'] });
    }), ms);
  }

  /* [{ name, isAnswer }] of the game's buttons that can be pressed. */
  buttons() {
    return this.page.evaluate(() => Array.from(document.querySelectorAll('#access button:not([aria-disabled])'), (one) => ({ name: one.textContent, isAnswer: Boolean(one.closest('[role="list"]')) })));
  }

  async until(pleases) {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const buttons = await this.buttons();
      if (pleases(buttons)) { return buttons; }
      if (Date.now() > end) { throw new Error('waited, but there is:\n' + (await this.screen()).join('\n')); }
      await this.page.waitForTimeout(20);
    }
  }

  /* Waits until what stands on the screen is other than when something was pressed last, and rests. */
  async change() {
    for (const end = Date.now() + PATIENCE_MS; (await this.page.evaluate(STATE)) === this.before && Date.now() < end;) { await this.page.waitForTimeout(20); }
    await this.settle();
  }

  /* Presses what has this name (and description), as a helper does: its cursor moves the focus there, then a click. */
  async press(name, description = '') {
    this.before = await this.page.evaluate(STATE);
    const isFound = await this.page.evaluate(([wanted, more]) => {
      const note = (one) => (one.getAttribute('aria-describedby') ? document.getElementById(one.getAttribute('aria-describedby')).textContent : '');
      const element = Array.from(document.querySelectorAll('#access button')).find((one) => one.textContent === wanted && (!more || note(one) === more));
      if (element) {
        element.focus();
        element.click();
      }
      return Boolean(element);
    }, [name, description]);
    if (!isFound) { throw new Error('nothing is called ' + name + ':\n' + (await this.screen()).join('\n')); }
  }
}
