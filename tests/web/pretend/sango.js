/* A pretended engine for the tests of the page: a few screens on a 2D canvas, the same calls to `page` as the real one,
 * and a record of what it is told, window.pretend.calls. It knows nothing of the game. */
'use strict';

function createSango(options) {
  const { canvas, page } = options;
  const game = document.getElementById('game');
  const calls = [];
  const files = new Map();
  const state = { screen: 'title', focus: 1, sound: true, music: 6, turn: 0, language: document.documentElement.lang };
  const words = state.language === 'ar' ?
    { title: 'قصة سانغو', play: 'العب', music: 'الموسيقى', sound: 'الأصوات', ask: 'ماذا نقول لكوفي؟', a: 'الشارع فقط', b: 'لا عنوان', c: 'اسأل من هو', picture: 'كوفي يفكر' } :
    { title: "Sango's Story", play: 'Play', music: 'Music', sound: 'Sounds', ask: 'What shall we tell Kofi?', a: 'Just the street', b: 'Say no address', c: 'Ask who they are', picture: 'Kofi thinks' };

  const FS = {
    mkdirTree(path) { calls.push(['mkdirTree', path]); },
    writeFile(path, bytes) { files.set(path, bytes.slice()); },
    readFile(path) { return files.get(path).slice(); },
  };

  function items() {
    const item = (id, role, label, x, y, w, h, more) => Object.assign({ id, role, label, value: '', description: '', focusable: id > 0, disabled: false, checked: false, x, y, w, h }, more);
    if (state.screen === 'title') {
      return [
        item(0, 'heading', words.title, .3, .05, .4, .1),
        item(0, 'image', words.picture, .35, .2, .3, .3),
        item(1, 'button', words.play, .35, .55, .3, .12, { description: 'Sango waits for you.' }),
        item(2, 'slider', words.music, .1, .75, .35, .1, { value: state.music + '0 %' }),
        item(3, 'switch', words.sound, .55, .75, .35, .1, { checked: state.sound }),
        item(4, 'button', 'Certificate', .7, .05, .2, .08),
        item(5, 'button', 'Not yet', .05, .05, .2, .08, { disabled: true }),
        item(0, 'meter', 'Stars', .05, .9, .3, .08, { value: state.turn + ' of 6' }),
      ];
    }
    return [
      item(0, 'heading', 'The Ninja Phone', .3, .02, .4, .08),
      item(0, 'text', 'Kofi: ' + words.ask, .1, .75, .8, .2),
      item(0, 'text', 'Turn ' + state.turn, .1, .68, .3, .05),
      item(11, 'option', words.a, .25, .15, .5, .12),
      item(12, 'option', words.b, .25, .32, .5, .12),
      item(13, 'option', words.c, .25, .49, .5, .12),
    ];
  }

  function draw() {
    const context = canvas.getContext('2d');
    const { width, height } = canvas;
    context.fillStyle = '#3d3580';
    context.fillRect(0, 0, width, height);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const item of items()) {
      const [x, y, w, h] = [item.x * width, item.y * height, item.w * width, item.h * height];
      context.fillStyle = item.id === state.focus && item.id ? '#ffc83d' : item.id ? '#fff6e6' : '#5c51a8';
      context.beginPath();
      context.rect(x, y, w, h);
      context.fill();
      context.fillStyle = item.id ? '#2a2257' : '#ffffff';
      context.font = '600 ' + Math.round(Math.min(h * .4, w / 12)) + 'px sans-serif';
      context.fillText(item.label + (item.value ? ' ' + item.value : ''), x + w / 2, y + h / 2);
    }
  }

  function show() {
    draw();
    page.say({ title: state.screen === 'title' ? words.title : 'The Ninja Phone', focus: state.focus, items: items() });
  }

  function press(id) {
    if (id === 1) {
      page.group('level/prologue');
      state.screen = 'level';
      state.focus = 11;
    } else if (id === 3) {
      state.sound = !state.sound;
    } else if (id === 4) {
      const text = '<!DOCTYPE html><html lang="en"><title>Paper</title><style>h1 { color: rgb(1, 2, 3) }</style><h1>Well done</h1><p style="color: rgb(4, 5, 6)">You</p></html>';
      page.show('certificate.html', new TextEncoder().encode(text));
    } else if (id > 10) {
      state.turn++;
      page.save(new TextEncoder().encode('turn ' + state.turn));
    }
    show();
  }

  function adjust(id, steps) {
    if (id === 2) { state.music = Math.max(0, Math.min(10, state.music + steps)); }
    show();
  }

  function move(by) {
    const ids = items().filter((item) => item.id && !item.disabled).map((item) => item.id);
    state.focus = ids[(ids.indexOf(state.focus) + by + ids.length) % ids.length];
    show();
  }

  function back() {
    if (state.screen === 'level') {
      state.screen = 'title';
      state.focus = 1;
      show();
    }
  }

  game.addEventListener('keydown', (event) => {
    calls.push(['key', event.key]);
    event.preventDefault();
    if (event.key === 'ArrowDown') { move(1); }
    if (event.key === 'ArrowUp') { move(-1); }
    if (event.key === 'ArrowRight' && state.focus === 2) { adjust(2, 1); }
    if (event.key === 'Enter' && state.focus) { press(state.focus); }
    if (event.key === 'Escape') { back(); }
  });
  canvas.addEventListener('pointerdown', (event) => {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
    const hit = items().find((item) => item.id && !item.disabled && x >= item.x && y >= item.y && x < item.x + item.w && y < item.y + item.h);
    calls.push(['pointer', hit ? hit.id : 0]);
    if (hit) {
      state.focus = hit.id;
      press(hit.id);
    }
  });

  const record = (name, act) => (...args) => {
    calls.push([name, ...args]);
    if (act) { act(...args); }
  };
  const module = {
    FS,
    SDL2: { audioContext: page.hasSound ? new AudioContext() : undefined },
    _sango_resize: record('resize', (width, height) => { canvas.width = width; canvas.height = height; draw(); }),
    _sango_press: record('press', (id) => { state.focus = id; press(id); }),
    _sango_focus: record('focus', (id) => { state.focus = id; show(); }),
    _sango_adjust: record('adjust', adjust),
    _sango_back: record('back', back),
    _sango_restored() { calls.push(['restored']); return 1; },
    _sango_visible: record('visible'),
    _sango_fullscreen: record('fullscreen'),
  };

  return new Promise((done) => {
    options.instantiateWasm({}, () => {
      page.writeFiles(FS);
      const saved = page.saved();
      const text = saved ? new TextDecoder().decode(saved) : '';
      if (text) { state.turn = Number(text.split(' ')[1]); }
      window.pretend = { calls, files, state, page, module, saved: text, arguments: options.arguments, show };
      done(module);
      requestAnimationFrame(() => {
        show();
        page.firstFrame();
        page.group('rest');
      });
    });
  });
}
