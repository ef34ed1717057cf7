/* What the C program calls (web_page.h, main_page.h), handed to the page's scripts: Module.page, see README.md. */
mergeInto(LibraryManager.library, {
  /* When sango_turn() is called next: with the next picture of the screen, or after a while. */
  $sango: {
    frame: 0,
    timer: 0,
    isBegun: false,
    isShown: false, /* the page shows the game, no longer its own loading panel */
    coming: 0,      /* pictures that were asked for */
    turn: function () {
      cancelAnimationFrame(sango.frame);
      sango.frame = 0;
      clearTimeout(sango.timer);
      sango.timer = 0;
      if (!sango.isBegun) return;
      var waitMs = -1;
      try {
        waitMs = _sango_turn();
      } catch (error) { /* something of the browser's refused, or a mistake: what the program knows is not whole any more */
        console.error(error);
        sango.isBegun = false;
        Module['page']['ended'](1);
      }
      if (!sango.isShown && sango.coming === 0 && sango.isBegun) {
        sango.isShown = true;
        Module['page']['firstFrame']();
      }
      if (waitMs >= 0 && waitMs <= 20) sango.wake();
      else if (waitMs > 0 && !sango.frame) sango.timer = setTimeout(sango.wake, waitMs - 8);
    },
    wake: function () {
      if (!sango.frame && sango.isBegun) sango.frame = requestAnimationFrame(sango.turn);
    }
  },

  page_wake__deps: ['$sango'],
  page_wake: function () {
    sango.wake();
  },

  page_write_files__deps: ['$FS'],
  page_write_files: function () {
    Module['page']['writeFiles'](FS);
  },

  page_begun__deps: ['$sango'],
  page_begun: function () {
    sango.isBegun = true;
    sango.turn(); /* at once: a page in the background is not asked for pictures */
  },

  page_ended__deps: ['$sango'],
  page_ended: function (code) {
    sango.isBegun = false;
    Module['page']['ended'](code);
  },

  page_set_language: function (tag, isRtl) {
    Module['page']['language'](UTF8ToString(tag), !!isRtl);
  },

  page_set_fullscreen: function (isOn) {
    Module['page']['fullscreen'](!!isOn);
  },

  page_show_file: function (name, bytes, len) {
    Module['page']['show'](UTF8ToString(name), HEAPU8.slice(bytes, bytes + len));
  },

  page_pick_file__deps: ['$FS'],
  page_pick_file: function (folder) {
    var place = UTF8ToString(folder);
    Module['page']['pick']().then(function (file) {
      FS.mkdirTree(place);
      FS.writeFile(place + '/' + file.name, file.bytes);
      _sango_file_came();
    }, function () {});
  },

  /* --- files -------------------------------------------------------------------------- */

  page_has_sound: function () {
    return Module['page']['hasSound'] ? 1 : 0;
  },

  page_read_picture__deps: ['$sango'],
  page_read_picture: function (slot, path) {
    sango.coming++;
    var give = function (picture) {
      var bytes = picture ? _malloc(picture.data.length) : 0;
      if (bytes) HEAPU8.set(picture.data, bytes);
      _sango_picture(slot, bytes, picture ? picture.width : 0, picture ? picture.height : 0);
      _free(bytes);
      sango.coming--;
      _sango_file_came();
      if (!sango.isShown && sango.coming === 0) sango.turn();
    };
    Module['page']['picture'](UTF8ToString(path).replace('/data/', '')).then(give, function () { give(null); });
  },

  page_want_file__deps: ['$FS'],
  page_want_file: function (path) {
    var name = UTF8ToString(path);
    sangoWanted = sangoWanted || {};
    if (sangoWanted[name]) return; /* it is on its way, or could not be had just now */
    sangoWanted[name] = true;
    Module['page']['file'](name.replace('/data/', '')).then(function (bytes) {
      FS.mkdirTree(name.slice(0, name.lastIndexOf('/')));
      FS.writeFile(name, bytes);
      _sango_file_came();
    }, function () {
      setTimeout(function () { delete sangoWanted[name]; }, 20000); /* then it may be asked for again */
    });
  },
  page_want_file__postset: 'var sangoWanted;',

  page_fetch: function (group, len) {
    var name = UTF8ToString(group, len);
    var share = Module['page']['progress'](name);
    var come = function () {
      sangoComing[name] = false;
      _sango_file_came();
    };
    if (share >= 1) return 1;
    sangoComing = sangoComing || {};
    if (!sangoComing[name]) { /* it is asked again and again how far it is */
      sangoComing[name] = true;
      Module['page']['group'](name).then(come, come);
    }
    return share;
  },
  page_fetch__postset: 'var sangoComing;',

  /* --- what is kept --------------------------------------------------------------------- */

  page_saved_bytes: function () {
    var saved = Module['page']['saved']();
    return saved ? saved.length : 0;
  },

  page_take_saved: function (bytes) {
    var saved = Module['page']['saved']();
    if (saved) HEAPU8.set(saved, bytes);
  },

  page_keep: function (bytes, len) {
    Module['page']['save'](HEAPU8.slice(bytes, bytes + len));
  },

  page_keep_damaged: function (bytes, len) {
    Module['page']['setAside'](HEAPU8.slice(bytes, bytes + len));
  },

  page_forget_damaged: function () {
    Module['page']['setAside'](null);
  },

  page_can_keep: function () {
    return { yes: 1, elsewhere: 2 }[Module['page']['canSave']] || 0;
  },

  /* --- what the screen says --------------------------------------------------------------- */

  page_say_begin: function (title, len) {
    sangoScreen = { title: UTF8ToString(title, len), focus: 0, items: [] };
  },
  page_say_begin__postset: 'var sangoScreen;',

  page_say_item: function (id, role, flags, label, labelLen, value, valueLen, description, descriptionLen, line, lineLen, speaker, speakerLen, x, y, w, h) {
    if (flags & 1) sangoScreen.focus = id;
    sangoScreen.items.push({
      id: id,
      role: ['heading', 'text', 'image', 'button', 'option', 'switch', 'slider', 'meter'][role],
      label: UTF8ToString(label, labelLen),
      value: UTF8ToString(value, valueLen),
      description: UTF8ToString(description, descriptionLen),
      line: UTF8ToString(line, lineLen),
      speaker: UTF8ToString(speaker, speakerLen),
      disabled: !!(flags & 2),
      checked: !!(flags & 4),
      focusable: !!(flags & 8),
      sound: !!(flags & 32),
      x: x, y: y, w: w, h: h
    });
  },

  page_say_end: function () {
    Module['page']['say'](sangoScreen);
  }
});
