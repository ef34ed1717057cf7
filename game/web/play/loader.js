/* Brings the data: the index, groups of files, pictures as RGBA. Files go into the engine's memory file system;
 * pictures stay as compressed as they came until the engine asks for one. */
(function () {
  'use strict';
  const sango = window.sango;
  const AT_ONCE = 6;             /* what browsers open to one server */
  const BEHIND = ['rest', 'more']; /* groups that nobody waits for */
  const WAITS_MS = [400, 1200, 3000];
  const isPicture = (entry) => Boolean(entry.as);
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  /* Reads a response while counting; `count` hears how many bytes have come since the last time. */
  async function readCounted(response, count) {
    if (!response.body || !response.body.getReader) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      count(bytes.length);
      return bytes;
    }
    const reader = response.body.getReader();
    const parts = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) { break; }
      parts.push(value);
      length += value.length;
      count(value.length);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) { bytes.set(part, at); at += part.length; }
    return bytes;
  }

  function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) { bytes[i] = binary.charCodeAt(i); }
    return bytes;
  }

  const word = (bytes, at) => bytes[at] + 256 * (bytes[at + 1] + 256 * (bytes[at + 2] + 256 * bytes[at + 3]));

  /* A whole WebP, or the beginning of a PNG or JPEG: what servers that save data make of our pictures. */
  function isAnyPicture(bytes) {
    const RIFF = 0x46464952, PNG = 0x474E5089, JPEG = 0xD8FF;
    return bytes.length > 8 && (word(bytes, 0) === RIFF ? word(bytes, 4) + 8 <= bytes.length : word(bytes, 0) === PNG || word(bytes, 0) % 65536 === JPEG);
  }

  /* Whether these are the bytes that were promised, and not a page of the school's network that stands for every address. */
  const isWhole = (bytes, entry) => bytes.length === entry.bytes || (isPicture(entry) && isAnyPicture(bytes));

  function otherThanPromised(url) {
    const error = new Error(url + ': other bytes than promised');
    error.isOther = true; /* perhaps there is a newer page */
    return error;
  }

  /* In a page of one file: the bytes of the block that holds what an address names. */
  function takeBlock(url, entry, count) {
    const block = document.querySelector('script[data-file="' + url.split('?')[0] + '"]');
    if (!block) { return null; }
    const bytes = fromBase64(block.textContent);
    block.remove();
    count(bytes.length);
    if (!isWhole(bytes, entry)) { throw otherThanPromised(url); }
    return bytes;
  }

  /* What `read(response, count)` makes of the answer. Four tries, all but the first past what is cached; then it throws. */
  async function fetchCounted(url, count, read) {
    for (let attempt = 0; ; attempt++) {
      let counted = 0;
      try {
        const response = await fetch(url, attempt ? { cache: 'reload' } : {});
        if (!response.ok) { throw new Error(url + ': ' + response.status); }
        return await read(response, (more) => { counted += more; count(more); });
      } catch (error) {
        count(-counted);
        if (attempt >= WAITS_MS.length) { throw error; }
        await wait(WAITS_MS[attempt]);
      }
    }
  }

  /* `entry.bytes`: how many there must be. */
  const readWhole = (url, entry) => async (response, count) => {
    const bytes = await readCounted(response, count);
    if (!isWhole(bytes, entry)) { throw otherThanPromised(url); }
    return bytes;
  };

  const fetchBytes = async (url, entry, count) => takeBlock(url, entry, count) || fetchCounted(url, count, readWhole(url, entry));

  /* The engine is compiled while it comes, unless the server does not name its type. */
  const readModule = (url, entry) => async (response, count) => {
    const whole = readWhole(url, entry);
    if (!WebAssembly.compileStreaming || response.headers.get('Content-Type') !== 'application/wasm') {
      return WebAssembly.compile(await whole(response, count));
    }
    const counted = whole(response.clone(), count);
    const both = await Promise.all([WebAssembly.compileStreaming(response), counted]);
    return both[0];
  };

  async function fetchModule(url, entry, count) {
    const bytes = takeBlock(url, entry, count);
    return bytes ? WebAssembly.compile(bytes) : fetchCounted(url, count, readModule(url, entry));
  }

  /* The index as it is used, whatever stands in the file: { files, groups }, both without anything inherited. Throws when it
   * is none at all. A group keeps the files that there are. */
  function readIndex(text) {
    const raw = JSON.parse(text), index = { files: Object.create(null), groups: Object.create(null) };
    if (!raw || !raw.files || !raw.groups || !Array.isArray(raw.groups.boot)) { throw new Error('no index'); }
    for (const path of Object.keys(raw.files)) {
      const { bytes, hash, as } = raw.files[path] || {};
      const isFit = bytes >= 0 && Number.isSafeInteger(bytes) && /^[0-9a-f]+$/.test(hash) && (as === undefined || /^[a-z]+$/.test(as));
      if (isFit && path.split('/').every((part) => part && !/^\.+$|[\ud800-\udfff]/.test(part))) { index.files[path] = { bytes, hash, as }; }
    }
    for (const name of Object.keys(raw.groups)) {
      const paths = Array.isArray(raw.groups[name]) ? raw.groups[name] : [];
      index.groups[name] = paths.filter((path, at) => typeof path === 'string' && index.files[path] && paths.indexOf(path) === at);
    }
    if (!index.groups.boot.length) { throw new Error('nothing to begin with'); }
    return index;
  }

  /* Some browsers change what a page reads from a canvas, a little or all of it. By how much, 0 to 255. */
  function noiseOfCanvas() {
    const canvas = document.createElement('canvas');
    const side = canvas.width = canvas.height = 16;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    let worst = 0;
    for (let i = 0; i < side; i++) {
      context.fillStyle = 'rgb(' + [16 * i, 255 - 16 * i, 85] + ')';
      context.fillRect(i, 0, 1, side);
    }
    context.getImageData(0, 0, side, side).data.forEach((value, at) => {
      const i = (at >> 2) % side;
      worst = Math.max(worst, Math.abs(value - [16 * i, 255 - 16 * i, 85, 255][at % 4]));
    });
    return worst;
  }

  function loadImage(blob) {
    return new Promise((done, failed) => {
      const image = new Image();
      const url = URL.createObjectURL(blob);
      image.onload = () => { URL.revokeObjectURL(url); done(image); };
      image.onerror = () => { URL.revokeObjectURL(url); failed(new Error('not a picture')); };
      image.src = url;
    });
  }

  async function decode(bytes, type) {
    const blob = new Blob([bytes], { type });
    const image = typeof createImageBitmap === 'function' ?
      await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' }).catch(() => loadImage(blob)) :
      await loadImage(blob);
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    if (image.close) { image.close(); }
    const data = context.getImageData(0, 0, canvas.width, canvas.height).data; /* not premultiplied, as the standard says */
    const picture = { width: canvas.width, height: canvas.height, data };
    canvas.width = canvas.height = 0; /* Safari keeps the memory of canvases for long */
    return picture;
  }

  /* `onBytes(done, total)` hears of everything of which the start waits: the engine and the groups `needed`. */
  sango.createLoader = function (needed, onBytes) {
    const engine = document.querySelector('meta[name="sango-engine"]');
    const start = { done: 0, total: 0 /* until the index is there */ };
    const files = new Map();   /* path -> Promise of its bytes, while they come or when they are kept */
    const groups = new Map();  /* name -> { bytes, total, state } */
    const queue = [];
    let index = null, running = 0, FS = null;

    function address(path) {
      const entry = index.files[path];
      const place = entry.as ? path.replace(/\.[^./]*$/, '.' + entry.as) : path;
      return 'files/' + place.split('/').map(encodeURIComponent).join('/') + '?v=' + entry.hash;
    }

    function pump() {
      while (running < AT_ONCE && queue.length) {
        const job = queue.shift();
        running++;
        fetchBytes(address(job.path), index.files[job.path], (more) => job.counts.forEach((count) => count(more)))
          .then(job.done, job.failed).then(() => { running--; pump(); });
      }
    }

    /* One fetch a file, whoever asks and how often; after a failure the next who asks tries again. What somebody waits for goes first. */
    function get(path, count, later) {
      const known = files.get(path);
      if (known) {
        const rank = queue.indexOf(known.job);
        if (rank > 0 && !later) { queue.unshift(queue.splice(rank, 1)[0]); }
        known.job.counts.push(count);
        count(known.job.come);
        return known.promise;
      }
      const job = { path, come: 0, counts: [] };
      job.counts.push((more) => { job.come += more; }, count);
      const promise = new Promise((done, failed) => { job.done = done; job.failed = failed; });
      files.set(path, { promise, job });
      promise.then((bytes) => { if (!isPicture(index.files[path])) { write(path, bytes); } }, () => { files.delete(path); });
      if (later) { queue.push(job); } else { queue.unshift(job); }
      pump();
      return promise;
    }

    const written = new Set();
    const unwritten = new Map(); /* what came before the engine was there */

    function write(path, bytes) {
      if (written.has(path)) { return; }
      if (!FS) { unwritten.set(path, bytes); return; }
      const place = '/data/' + path;
      FS.mkdirTree(place.slice(0, place.lastIndexOf('/')));
      FS.writeFile(place, bytes);
      written.add(path);
      files.set(path, { /* the memory file system keeps it from now on */
        get promise() { return Promise.resolve(FS.readFile(place)); },
        job: { come: bytes.length, counts: { push() {} } },
      });
    }

    function group(name) {
      const known = groups.get(name);
      if (known && known.state !== 'failed') { return known.promise; }
      const paths = index.groups[name] || [];
      const mine = { bytes: 0, total: 0, state: 'coming' };
      groups.set(name, mine);
      for (const path of paths) { mine.total += index.files[path].bytes; }
      const later = BEHIND.includes(name);
      const ordered = later ? paths : paths.slice().reverse(); /* each goes to the front: the first must be last */
      mine.promise = Promise.all(ordered.map((path) => get(path, (more) => {
        mine.bytes += more;
        if (needed.includes(name)) { tell(more); }
      }, later))).then(() => { mine.state = 'there'; }, (error) => { mine.state = 'failed'; throw error; });
      mine.promise.catch(() => {}); /* page.progress says so */
      return mine.promise;
    }

    function tell(more) {
      start.done += more;
      if (start.total) { onBytes(Math.min(start.done, start.total), start.total); }
    }

    return {
      noise: noiseOfCanvas,
      addresses: () => Object.keys(index.files).map(address),

      /* The index, the engine and what the first picture needs; gives the compiled module. */
      async start() {
        start.done = start.total = 0;
        const code = fetchModule(engine.content, { bytes: Number(engine.dataset.bytes) }, tell);
        code.catch(() => {}); /* awaited below; the index may fail first */
        const list = document.querySelector('meta[name="sango-files"]');
        index = readIndex(new TextDecoder().decode(await fetchBytes(list.content, { bytes: Number(list.dataset.bytes) }, () => {})));
        const names = needed.filter((name) => index.groups[name]);
        const paths = [].concat(...names.map((name) => index.groups[name]));
        start.total = Number(engine.dataset.bytes) + paths.reduce((sum, path) => sum + index.files[path].bytes, 0);
        tell(0);
        for (const name of names) {
          const before = groups.get(name); /* of a start that failed for something else */
          if (before && before.state !== 'failed') { tell(before.bytes); }
        }
        const both = await Promise.all([code].concat(names.map(group)));
        return both[0];
      },

      writeFiles(fs) {
        FS = fs;
        unwritten.forEach((bytes, path) => write(path, bytes));
        unwritten.clear();
      },

      group,

      /* Behind the first picture: what will be asked for next, and what may be. */
      behind() { BEHIND.reduce((before, name) => before.then(() => group(name)).catch(() => {}), Promise.resolve()); },

      progress(name) {
        const mine = groups.get(name);
        if (!index.groups[name]) { return 1; }
        if (!mine) { return 0; }
        if (mine.state === 'failed') { return -1; }
        if (mine.state === 'there') { return 1; }
        return mine.total ? Math.min(0.99, Math.max(0, mine.bytes / mine.total)) : 0;
      },

      file(path) {
        return index.files[path] ? get(path, () => {}) : Promise.reject(new Error('no file ' + path));
      },

      picture(path) {
        const entry = index.files[path];
        return entry ? get(path, () => {}).then((bytes) => decode(bytes, 'image/' + (entry.as || 'png'))) : Promise.reject(new Error('no picture ' + path));
      },
    };
  };
}());
