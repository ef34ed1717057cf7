/* A page or table that a grown-up asked for: a page opens in a new tab, ready to be printed; whatever cannot be opened is
 * offered to be saved. */
(function () {
  'use strict';
  const sango = window.sango;

  /* A new tab has this page's policy, which forbids styles in the text; through the style objects they are allowed. So the
   * text is read with its styles under other names. */
  function parse(text) {
    const disarmed = text.replace(/<(\/?)style\b/gi, '<$1script').replace(/(<[a-z][^<>]*?)\sstyle=/gi, '$1 data-style=');
    const source = new DOMParser().parseFromString(disarmed, 'text/html'); /* runs no script */
    const styles = Array.from(source.querySelectorAll('script'), (block) => { block.remove(); return block.textContent; });
    source.querySelectorAll('base, meta[http-equiv], link').forEach((element) => element.remove());
    return { root: source.documentElement, styles };
  }

  function openPage(text) {
    const tab = window.open('', '_blank');
    if (!tab) { return false; }
    if (!tab.CSSStyleSheet || !('adoptedStyleSheets' in tab.document)) { tab.close(); return false; }
    const page = parse(text);
    tab.document.replaceChild(tab.document.importNode(page.root, true), tab.document.documentElement);
    tab.document.querySelectorAll('[data-style]').forEach((element) => { element.style.cssText = element.dataset.style; });
    tab.document.adoptedStyleSheets = page.styles.map((css) => {
      const sheet = new tab.CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    return true;
  }

  /* A file of the grown-up's, as { name, bytes }: for lessons from another computer. Never answers when none is chosen. */
  sango.pick = function () {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    return new Promise((done, failed) => {
      input.onchange = () => {
        const file = input.files[0];
        const reader = new FileReader();
        reader.onload = () => done({ name: file.name.replace(/\.json$/i, '').replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 80) + '.json', bytes: new Uint8Array(reader.result) });
        reader.onerror = failed;
        if (file) { reader.readAsArrayBuffer(file); }
      };
      input.click();
    });
  };

  const TYPES = { html: 'text/html', csv: 'text/csv', json: 'application/json' };

  sango.show = function (name, bytes) {
    const copy = bytes.slice();
    const type = TYPES[name.split('.').pop()] || 'application/octet-stream';
    if (type === TYPES.html && openPage(new TextDecoder().decode(copy))) { return; }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([copy], { type }));
    link.download = name;
    link.textContent = name;
    sango.notice('page-ready', link);
  };
}());
