/* The service worker: whatever was fetched so far plays without a network. Addresses with a hash (?v=) never change, so the
 * cache answers first; pages come from the network first. Which addresses belong together only the page knows that has
 * just started with them: it sends them, and what they replace is deleted then. So no visit mixes two versions. */
'use strict';

const CACHE = 'sango-1 ' + self.registration.scope;
const PATIENCE_MS = 4000;
const isFixed = (url) => /^\?v=[0-9a-f]+$/.test(url.search);

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('sango-') && name.endsWith(' ' + self.registration.scope) && name !== CACHE;
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

/* Whether an answer may be kept: not a page of the school's network that stands for every address. */
async function isOurs(address, response) {
  const saysPage = /^text\/html\b/.test(response.headers.get('Content-Type') || '');
  return response.ok && (!saysPage || (!isFixed(new URL(address)) && (await response.clone().text()).includes('<meta name="sango-')));
}

async function put(cache, address) {
  const url = new URL(address);
  if (!address.startsWith(self.registration.scope)) { return; }
  if (isFixed(url) && await cache.match(address)) { return; }
  const response = await fetch(address, { cache: isFixed(url) ? 'force-cache' : 'no-cache' });
  if (await isOurs(address, response)) { await cache.put(address, response); }
}

/* Other versions of what `addresses` names. */
async function sweep(cache, addresses) {
  const current = new Map(addresses.map((address) => [address.split('?')[0], address]));
  for (const request of await cache.keys()) {
    const now = current.get(request.url.split('?')[0]);
    if (now && now !== request.url) { await cache.delete(request); }
  }
}

/* { keep: what the page has started with, current: whatever else belongs to its version }, full addresses. */
self.addEventListener('message', (event) => {
  const { keep, current } = event.data || {};
  if (!Array.isArray(keep) || !Array.isArray(current)) { return; }
  event.waitUntil(caches.open(CACHE).then(async (cache) => {
    await Promise.all(keep.map((address) => put(cache, address).catch(() => {})));
    await sweep(cache, keep.concat(current));
  }));
});

async function cacheFirst(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = request.cache !== 'reload' && await cache.match(request.url); /* "reload": what was kept is not whole */
  if (kept) { return kept; }
  const response = await fetch(request);
  /* Beside the page's own reading, which counts the bytes as they come. A full disk is no reason to stop. */
  if (await isOurs(request.url, response)) { event.waitUntil(cache.put(request.url, response.clone()).catch(() => {})); }
  return response;
}

async function networkFirst(request) {
  const kept = await (await caches.open(CACHE)).match(request.url, { ignoreSearch: true });
  if (!kept) { return fetch(request); }
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS, kept));
  return Promise.race([fetch(request).then((response) => response.status < 500 ? response : kept, () => kept), late]);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) { return; }
  event.respondWith(isFixed(new URL(request.url)) ? cacheFirst(event) : networkFirst(request));
});
