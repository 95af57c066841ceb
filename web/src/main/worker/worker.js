// Keeps the app usable without a connection: its own files, and what the service told last. Photos are kept up to a
// limit, films never. All that was told goes when the reader leaves, must come in again, or something was hidden.
const SHELL = 'shell-__VERSION__';
const FILES = __FILES__;
const LIMITS = { told: 200, pictures: 400 };
const TOLD =
  /^\/api\/(session|settings|sources|status|memories|people|choices|kept-out|timeline|assets|map|albums)(\/[^/]+)?$/;
// Errors that say that something may not be seen any more; with others it may be seen again later.
const GONE = ['not-found', 'gone', 'hidden'];
const PICTURES = /^\/api\/(assets\/\d+\/thumbnail|people\/\d+\/face)$/;
// How many answers are put away at a time. Pictures that are scrolled past come faster than a cache takes them, and
// would fill the memory until it does: what is more is kept when it is seen again.
const HANDS = 8;
let busy = 0;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('shell-') && name !== SHELL) await caches.delete(name);
    }
  };
  event.waitUntil(old().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname === '/api/session' && request.method === 'DELETE') {
    event.waitUntil(forget());
  } else if (request.method !== 'GET') {
    if (url.pathname.startsWith('/api/')) event.respondWith(changed(request, event));
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/')));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)));
  } else if (TOLD.test(url.pathname)) {
    event.respondWith(newest(request, 'told', event));
  } else if (PICTURES.test(url.pathname)) {
    event.respondWith(newest(request, 'pictures', event));
  }
});

/** What the service says now, or else what it said last: the service alone decides what may be seen. */
async function newest(request, store, event) {
  const passing = store === 'pictures' && busy >= HANDS;
  const asked = store === 'told' ? noted() : undefined;
  let answer;
  try {
    answer = await fetch(request);
  } catch (lost) {
    const kept = await (await caches.open(store)).match(request);
    if (!kept) throw lost;
    const headers = new Headers(kept.headers);
    headers.set('X-Keepsake-Kept', '1');
    return new Response(kept.body, { status: kept.status, headers });
  }
  if (!passing || answer.status !== 200) event.waitUntil(noting(request, store, answer.clone(), await asked));
  return answer;
}

async function noting(request, store, answer, asked) {
  busy++;
  try {
    await note(request, store, answer, asked);
  } finally {
    busy--;
  }
}

/** The service's answer to a change, which may hide something. */
async function changed(request, event) {
  const asked = noted();
  const answer = await fetch(request);
  event.waitUntil(heed(answer, await asked));
  return answer;
}

/** Keeps what may be kept, and lets go of what may not; `asked` is what was noted when it was asked for. */
async function note(request, store, answer, asked) {
  if (store !== 'pictures') await heed(answer, asked);
  const cache = await caches.open(store);
  if (answer.status === 200) {
    const kept = !answer.headers.get('Cache-Control')?.includes('no-store') && (await isOfNow(answer));
    if (kept) await keep(cache, request, answer, LIMITS[store]);
    // Something may have been hidden while it came.
    if (!kept || !(await isOfNow(answer))) await cache.delete(request);
  } else if (answer.status === 401) {
    await forget();
  } else if (GONE.includes(await code(answer))) {
    await cache.delete(request);
  }
}

/** The word that the service gives for what is wrong. */
async function code(answer) {
  try {
    return (await answer.json()).error.code;
  } catch {
    return '';
  }
}

/** The number by which the service says what it withholds, as it was told last. */
async function noted() {
  return (await (await caches.open('notes')).match('/withheld'))?.text();
}

/** Whether nothing else is withheld, as far as is known, than when this was answered. */
async function isOfNow({ headers }) {
  const told = headers.get('X-Keepsake-Withheld');
  return !told || told === (await noted());
}

/** Forgets all when the service withholds something else than before, by whomever it was hidden. */
async function heed({ headers }, asked) {
  const now = headers.get('X-Keepsake-Withheld');
  if (!now) return;
  const before = await noted();
  if (before === now) return;
  // What was noted while this came may be older or newer: it stays, and none of both is kept.
  if (asked === before) await (await caches.open('notes')).put('/withheld', new Response(now));
  if (before !== undefined) await forget();
}

/** Caches list what they hold in the order in which it came. */
async function keep(cache, request, answer, limit) {
  await cache.delete(request);
  await cache.put(request, answer);
  const held = await cache.keys();
  await Promise.all(held.slice(0, Math.max(0, held.length - limit)).map((old) => cache.delete(old)));
}

const forget = () => Promise.all(Object.keys(LIMITS).map((store) => caches.delete(store)));
