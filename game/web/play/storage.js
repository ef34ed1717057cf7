/* Keeps what the game saves: one record { bytes, generation } in IndexedDB. Each write first looks whether the record is
 * still the one that this page has read or written: another tab's progress is never overwritten. Nothing leaves the computer. */
(function () {
  'use strict';
  const sango = window.sango;
  const DATABASE = 'sango', TABLE = 'kept', KEY = 'progress', ASIDE = 'damaged';
  const PATIENCE_MS = 3000; /* some private windows never answer */

  function open() {
    return new Promise((done, failed) => {
      setTimeout(failed, PATIENCE_MS, new Error('no answer'));
      const request = indexedDB.open(DATABASE, 1); /* throws where there is none: rejects */
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
      request.onsuccess = () => done(request.result);
      request.onerror = request.onblocked = () => failed(request.error);
    });
  }

  function read(database) {
    return new Promise((done, failed) => {
      const request = database.transaction(TABLE, 'readonly').objectStore(TABLE).get(KEY);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  }

  const generationOf = (record) => (record && record.generation) || 0;

  /* `onChange(state)` hears "no" and "elsewhere" once it is so. */
  sango.openStorage = async function (keeps, onChange) {
    const storage = { saved: null, state: keeps ? 'yes' : 'no', save() {}, setAside() {} };
    let database = null, generation = 0, strange;

    function become(state) {
      if (storage.state === state) { return; }
      storage.state = state;
      onChange(state);
    }

    if (!keeps) { return storage; }
    try {
      database = await open();
      const record = await read(database);
      generation = generationOf(record);
      if (record && record.bytes instanceof Uint8Array) { storage.saved = record.bytes; } else { strange = record; }
    } catch (error) {
      become('no');
      return storage;
    }
    /* An upgrade by a later version of the page, or the child's data was cleared by hand. */
    database.onversionchange = () => { database.close(); become('elsewhere'); };
    database.onclose = () => become('no');

    storage.save = function (bytes) {
      if (storage.state !== 'yes') { return; }
      const copy = bytes.slice();
      try {
        const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' }); /* also when the power goes */
        const table = transaction.objectStore(TABLE);
        let before = generation;
        table.get(KEY).onsuccess = (event) => {
          if (generationOf(event.target.result) !== generation) { become('elsewhere'); return; }
          before = generation;
          table.put({ bytes: copy, generation: generation + 1 }, KEY).onsuccess = () => { generation++; };
        };
        transaction.onabort = () => { generation = before; become('no'); }; /* the disk is full, for one */
      } catch (error) {
        become('no');
      }
    };

    /* A damaged text stays beside the new one, for whoever can mend it; null: it goes, too. */
    storage.setAside = (bytes) => putAside(bytes && bytes.slice());

    function putAside(value) {
      if (storage.state !== 'yes') { return; }
      try {
        const table = database.transaction(TABLE, 'readwrite').objectStore(TABLE);
        if (value) { table.put(value, ASIDE); } else { table.delete(ASIDE); }
      } catch (error) {
        become('no');
      }
    }
    if (strange) { /* not what this page writes: it makes place, and is not lost */
      putAside(strange);
    }
    return storage;
  };
}());
