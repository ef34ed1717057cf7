/* A page or table that a grown-up asked for: a page opens in a new tab, ready to be printed; whatever cannot be opened is
 * offered to be saved. */
(function () {
  'use strict';
  const sango = window.sango;

  /* A new tab has this page's policy, which forbids styles in the text; set through the style objects they are allowed. */
  function openPage(text) {
    const tab = window.open('', '_blank');
    if (!tab) { return false; }
    const source = new DOMParser().parseFromString(text, 'text/html');
    const styles = Array.from(source.querySelectorAll('style'), (style) => { style.remove(); return style.textContent; });
    const inline = Array.from(source.querySelectorAll('[style]'), (element) => {
      const style = element.getAttribute('style');
      element.removeAttribute('style');
      return [element, style];
    });
    source.querySelectorAll('script, base, meta[http-equiv]').forEach((element) => element.remove());
    const page = tab.document.importNode(source.documentElement, true);
    if (!tab.CSSStyleSheet || !('adoptedStyleSheets' in tab.document)) { tab.close(); return false; }
    const places = inline.map(([element]) => Array.from(source.querySelectorAll('*')).indexOf(element));
    tab.document.replaceChild(page, tab.document.documentElement);
    const all = tab.document.querySelectorAll('*');
    inline.forEach(([, style], i) => { all[places[i]].style.cssText = style; });
    tab.document.adoptedStyleSheets = styles.map((css) => {
      const sheet = new tab.CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    return true;
  }

  sango.show = function (name, bytes, type) {
    const copy = bytes.slice();
    if (/^text\/html\b/.test(type) && openPage(new TextDecoder().decode(copy))) { return; }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([copy], { type }));
    link.download = name;
    link.textContent = name;
    sango.notice('page-ready', link);
  };
}());
