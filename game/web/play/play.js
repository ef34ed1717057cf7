/* Joins the parts: brings the data, starts the engine, and is the `page` that game/web/library_sango.js calls. */
(function () {
  'use strict';
  const sango = window.sango;
  if (!sango.able) { return; }
  const NOISE_MAX = 8; /* of 255: less is not seen */
  const $ = (id) => document.getElementById(id);
  const isFramed = window.self !== window.top;
  const params = sango.params(location.search, sango.language, (query) => matchMedia(query).matches);
  const isAlone = !params.embed && !params.taste && !isFramed; /* the page is the game's: not a part of another */
  let module = null, storage = null, isStarting = false;
  const engine = () => module;

  const root = document.documentElement;
  const hasSound = sango.findSound();
  sango.guardPads();
  if (sango.watchPicture(engine)) { params.arguments.push('--software'); }
  root.classList.toggle('embed', params.embed || isFramed);

  function formatBytes(done, total) {
    const MB = 1e6;
    const size = (bytes, unit) => {
      const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
      if (unit) { Object.assign(options, { style: 'unit', unit: 'megabyte' }); }
      return new Intl.NumberFormat(sango.language, options).format(bytes / MB);
    };
    return $('word-bytes').textContent.replace('{done}', size(done, false)).replace('{total}', size(total, true));
  }

  function showProgress(done, total) {
    const bar = $('bar');
    bar.value = total ? 100 * done / total : 0;
    $('bytes').textContent = formatBytes(done, total);
    bar.setAttribute('aria-valuetext', $('bytes').textContent);
  }

  const loader = sango.createLoader(params.groups, showProgress);
  const access = sango.createAccess(engine);
  const size = sango.watchSize(engine);
  const hearVisible = sango.startSound(() => module && module.SDL2 && module.SDL2.audioContext, params.sound);
  const fullscreen = sango.watchFull(engine);
  const hearBack = isAlone ? sango.watchBack(engine) : () => {};
  const hearTaste = params.taste ? sango.startTaste(() => seen(false)) : () => {};

  function seen(visible) {
    hearVisible(visible);
    if (module) { module._sango_visible(visible ? 1 : 0); }
  }

  sango.watchKeys(access);
  sango.watchVisible((visible) => seen(visible && !$('taste').open));

  const page = {
    writeFiles: (FS) => loader.writeFiles(FS),
    file: (path) => loader.file(path),
    picture: (path) => loader.picture(path),
    group: (name) => loader.group(name),
    progress: (name) => loader.progress(name),
    saved: () => storage.saved,
    save: (bytes) => storage.save(bytes),
    setAside: (bytes) => storage.setAside(bytes),
    hasSound,
    get canSave() { return storage.state; },
    say(screen) {
      access.say(screen);
      hearBack(screen);
      hearTaste(screen);
    },
    language(tag, rtl) { sango.setLanguage(tag, rtl); },
    fullscreen,
    show: sango.show,
    pick: sango.pick,
    firstFrame() {
      isStarting = false;
      root.classList.remove('starting');
      root.classList.add('playing');
      if (!isFramed && !params.embed && (document.activeElement === document.body || !document.activeElement)) { $('game').focus({ preventScroll: true }); }
      loader.behind();
      keepOffline();
    },
    ended(code) {
      isStarting = false;
      hearVisible(false);
      module = null;
      sango.stop(code ? 'failed' : 'ended', code ? '' : 'play-again', () => location.reload());
    },
  };

  /* Everything that was fetched so far, and from now on, plays without a network. */
  function keepOffline() {
    let workers = null;
    try { workers = navigator.serviceWorker; } catch (error) { /* a frame without an origin, a browser that forbids it */ }
    if (!isAlone || !window.isSecureContext || !workers || (params.keeps && storage.state === 'no') || !/^http/.test(location.protocol)) { return; }
    workers.register('sw.js').then(() => workers.ready).then((registration) => {
      const here = location.href.replace(/[^/]*$/, '').split('?')[0];
      const urls = performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => url.startsWith(here));
      registration.active.postMessage({
        keep: [location.href.split(/[?#]/)[0]].concat(urls),
        current: loader.addresses().map((address) => here + address),
      });
    }).catch(() => {}); /* it plays without, too */
  }

  function instantiate(compiled, imports, done) {
    WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), () => page.ended(1));
    return {};
  }

  /* A mistake of the program that it cannot tell of itself any more. */
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError || (event.error && isStarting)) { page.ended(1); }
  });

  async function run(compiled) {
    isStarting = true;
    const started = await createSango({
      canvas: $('canvas'),
      arguments: params.arguments.concat('--size', size.now().map((pixels) => Math.max(64, pixels)).join('x')), /* right from the first picture on */
      page,
      instantiateWasm: (imports, done) => instantiate(compiled, imports, done),
      locateFile: (name) => 'play/' + name,
      onAbort: () => page.ended(1),
    });
    if (root.classList.contains('stopped')) { return; } /* it has ended already */
    module = started;
    size.fit();
    if (document.hidden) { seen(false); }
  }

  /* The engine's own script is large and comes last: everything else is fetched meanwhile. */
  const scripts = new Promise((done) => addEventListener('DOMContentLoaded', done));

  async function openStorage() {
    if (!storage) { storage = await sango.openStorage(params.keeps, (state) => sango.notice(state === 'no' ? 'not-kept' : 'elsewhere')); }
  }

  async function start() {
    if (loader.noise() > NOISE_MAX) { /* asked for after a press, some browsers let a grown-up allow it */
      sango.stop('pictures', '', start);
      return;
    }
    $('getting').hidden = false;
    $('stopped').hidden = true;
    root.classList.remove('stopped');
    root.classList.add('starting');
    let compiled;
    try {
      compiled = (await Promise.all([loader.start(), openStorage(), scripts]))[0];
      if (typeof createSango !== 'function') { throw new Error('no engine'); }
    } catch (error) {
      sango.stop('connection', '', typeof createSango === 'function' && !error.isOther ? start : () => location.reload());
      return;
    }
    if (!hasSound && params.sound) { sango.notice('no-sound'); }
    if (sango.isOtherLanguage) { sango.notice('language'); }
    try {
      await run(compiled);
    } catch (error) {
      page.ended(1);
    }
  }

  sango.isBegun = true; /* check.js looks */
  sango.whenWords(start);
}());
