/* The page's address and the system's wishes, as arguments for the engine and switches for the page. What is not
 * known or not allowed is left out: an address never breaks the game. */
(function () {
  'use strict';
  const sango = window.sango;
  const LOOKS = ['day', 'evening', 'calm', 'contrast'];
  const ID = /^[a-z0-9][a-z0-9_-]{0,63}(\/[a-z0-9][a-z0-9_-]{0,63})?$/;
  const TEXT = { least: 100, most: 200, step: 25 };

  function one(query, name, allowed) {
    const value = query.get(name);
    return value !== null && allowed.includes(value) ? value : null;
  }

  /* The nearest size that the settings have; null when it is none at all. */
  function readText(value) {
    if (!/^[0-9]{1,3}$/.test(value || '')) { return null; }
    const percent = Math.round(Number(value) / TEXT.step) * TEXT.step;
    return percent < TEXT.least || percent > TEXT.most ? null : percent;
  }

  /* The font that a language needs beside the usual ones. */
  function fontOf(language) {
    const tag = language.split('-')[0];
    return sango.isRtl(tag) && tag !== 'he' ? 'ar' : tag;
  }

  /* { embed, taste, sound, keeps, level, arguments, groups }; `language` is the page's own. `groups`: what must be there
   * before the first picture, as far as the site has it. */
  sango.params = function (search, language, prefers) {
    const query = new URLSearchParams(search);
    const level = query.get('level');
    const motion = one(query, 'motion', ['reduced', 'full']) || (prefers('(prefers-reduced-motion: reduce)') ? 'reduced' : null);
    const look = one(query, 'look', LOOKS) || (prefers('(prefers-contrast: more)') || prefers('(forced-colors: active)') ? 'contrast' : null);
    const text = readText(query.get('text'));
    const players = one(query, 'players', ['1', '2']);
    const result = {
      embed: query.get('embed') === '1',
      taste: query.get('try') === '1',
      sound: query.get('sound') !== 'off',
      level: level !== null && ID.test(level) ? level : null,
      arguments: ['--data', '/data'],
      groups: ['boot', 'language/' + language, 'font/' + fontOf(language)],
    };
    const add = (...words) => result.arguments.push(...words);
    result.keeps = query.get('save') !== 'off' && !result.taste;
    if (language && language !== 'en') { add('--language', language); }
    if (result.level) { add('--level', result.level); }
    if (players) { add('--players', players); }
    const settings = [];
    if (text) { settings.push('text=' + text); }
    if (look) { settings.push('look=' + look); }
    if (motion) { settings.push('reduced_motion=' + (motion === 'reduced' ? 1 : 0)); }
    if (!result.sound) { settings.push('music=0', 'effects=0'); }
    if (settings.length) { add('--set', settings.join(',')); }
    return result;
  };
}());
