// Pages come from the network; when it is away, from the packs that the visitor has kept. Sound is cut to the range that the player asks for.
const SHELL = 'shell';

self.addEventListener('install', e => { self.skipWaiting(); e.waitUntil(caches.open(SHELL).then(c => c.addAll(['/vi/offline', '/en/offline']))); });
self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));

self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== location.origin) return;
  e.respondWith(url.searchParams.has('v') ? kept(e.request, url).then(r => r ?? network(e.request)) : network(e.request).catch(async error => {
    const found = await kept(e.request, url);
    if (found) return found;
    if (e.request.mode === 'navigate') return await offline(url) ?? Promise.reject(error);
    throw error;
  }));
});

// Weak signal is worse than none: a page that has not begun after eight seconds is taken from the pack, where there is one.
function network(request) {
  if (request.mode !== 'navigate') return fetch(request);
  return new Promise((resolve, reject) => { fetch(request).then(resolve, reject); setTimeout(async () => { const found = await kept(request, new URL(request.url)); if (found) resolve(found); }, 8000); });
}

async function kept(request, url) {
  // A pack holds one voice a language, whichever was asked for.
  const anyVoice = new URL(url);
  anyVoice.searchParams.delete('voice');
  const found = await caches.match(request, { ignoreVary: true }) ?? await caches.match(anyVoice.pathname + anyVoice.search, { ignoreVary: true })
    ?? (request.mode === 'navigate' ? await caches.match(request, { ignoreVary: true, ignoreSearch: true }) : undefined)
    ?? (url.pathname.endsWith('/audio') ? await caches.match(`${url.pathname}?lang=${url.searchParams.get('lang')}&format=webm`, { ignoreVary: true }) : undefined);
  const range = request.headers.get('range');
  return found && range ? part(found, range) : found;
}

async function part(response, range) {
  const bytes = await response.arrayBuffer();
  const [, from, to] = /bytes=(\d+)-(\d*)/.exec(range) ?? [null, '0', ''];
  const start = Number(from), end = to ? Math.min(Number(to), bytes.byteLength - 1) : bytes.byteLength - 1;
  if (start >= bytes.byteLength) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes.byteLength}` } });
  return new Response(bytes.slice(start, end + 1), {
    status: 206,
    headers: { 'Content-Type': response.headers.get('Content-Type') ?? 'audio/webm', 'Content-Range': `bytes ${start}-${end}/${bytes.byteLength}`, 'Content-Length': String(end - start + 1), 'Accept-Ranges': 'bytes' },
  });
}

async function offline(url) {
  const lang = url.pathname.split('/')[1];
  return await caches.match(`/${lang}/offline`, { ignoreVary: true }) ?? await caches.match('/vi/offline', { ignoreVary: true });
}
