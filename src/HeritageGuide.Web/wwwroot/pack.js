// "Take this tour along": keeps a pack's files in a cache of its own, file by file, and fetches again only what changed.
const fold = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
const say = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, v), text);

if ('serviceWorker' in navigator && 'caches' in window) {
  navigator.serviceWorker.register('/sw.js');
  for (const card of document.querySelectorAll('[data-pack]')) offer(card);
  for (const list of document.querySelectorAll('[data-kept]')) showKept(list);
  for (const box of document.querySelectorAll('[data-offline-ask]')) prepareAsk(box);
}

async function offer(card) {
  const take = card.querySelector('[data-take]'), remove = card.querySelector('[data-remove]');
  const progress = card.querySelector('progress'), state = card.querySelector('[data-state]');
  card.hidden = false;
  const pack = await fetch(card.dataset.pack).then(r => r.json()).catch(() => null);
  if (!pack) { state.textContent = card.dataset.done; take.hidden = true; return; }
  const name = `pack:${pack.tour}:${pack.lang}`;
  card.querySelector('[data-size-of]').textContent = `(${say(card.dataset.size, (pack.bytes / 1e6).toFixed(1))})`;
  const kept = await manifest(name);
  const complete = kept && pack.files.every(f => kept.hashes[f.url] === f.hash);
  if (kept) remove.hidden = false;
  if (complete) { state.textContent = card.dataset.done; take.hidden = true; }
  else if (kept) take.textContent = card.dataset.update;

  take.addEventListener('click', async () => {
    const room = await navigator.storage?.estimate?.();
    if (room && room.quota - room.usage < pack.bytes * 1.2) { state.textContent = card.dataset.room; return; }
    await navigator.storage?.persist?.();
    take.disabled = true;
    progress.hidden = remove.hidden = false;
    const cache = await caches.open(name);
    const hashes = (await manifest(name))?.hashes ?? {};
    const wanted = new Set(pack.files.map(f => f.url));
    let done = 0;
    try {
      for (const file of pack.files) {
        if (hashes[file.url] !== file.hash) {
          const response = await fetch(file.url, { cache: 'no-cache' });
          if (!response.ok) throw new Error(`${response.status} ${file.url}`);
          await cache.put(file.url, response);
          hashes[file.url] = file.hash;
          // Written after each file, so that a broken load goes on where it stopped.
          await cache.put('/pack-manifest', new Response(JSON.stringify({ title: pack.title, lang: pack.lang, tour: pack.tour, hashes })));
        }
        progress.value = ++done / pack.files.length;
        state.textContent = say(card.dataset.progress, done, pack.files.length);
      }
      for (const url of Object.keys(hashes)) if (!wanted.has(url)) { await cache.delete(url); delete hashes[url]; }
      await cache.put('/pack-manifest', new Response(JSON.stringify({ title: pack.title, lang: pack.lang, tour: pack.tour, hashes })));
      state.textContent = card.dataset.done;
      take.hidden = true;
    } catch (e) {
      state.textContent = e.name === 'QuotaExceededError' ? card.dataset.room : card.dataset.failed;
    }
    take.disabled = false;
    progress.hidden = true;
  });
  remove.addEventListener('click', async () => { await caches.delete(name); location.reload(); });
}

async function manifest(name) {
  if (!await caches.has(name)) return null;
  return (await (await caches.open(name)).match('/pack-manifest'))?.json() ?? null;
}

async function packs() {
  const all = [];
  for (const name of await caches.keys()) if (name.startsWith('pack:')) { const m = await manifest(name); if (m) all.push({ name, ...m }); }
  return all;
}

async function showKept(box) {
  for (const pack of await packs()) {
    const item = document.createElement('li'), link = document.createElement('a');
    link.href = `/${pack.lang}/tours/${pack.tour}`;
    link.textContent = pack.title;
    item.append(link);
    box.querySelector('ul').append(item);
    box.hidden = false;
  }
}

async function prepareAsk(box) {
  const questions = [];
  for (const pack of await packs()) {
    const cache = await caches.open(pack.name);
    const found = await cache.match(`/api/v1/tours/${pack.tour}/questions?lang=${pack.lang}`);
    if (found) questions.push(...await found.json());
  }
  if (!questions.length) return;
  box.hidden = false;
  const words = text => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
  const weights = {};
  for (const q of questions) for (const w of words(q.question)) weights[w] = (weights[w] ?? 0) + 1;
  const weigh = w => 1 / (weights[w] ?? 0.5);
  box.querySelector('form').addEventListener('submit', e => {
    e.preventDefault();
    const asked = words(box.querySelector('input').value);
    const total = [...asked].reduce((s, w) => s + weigh(w), 0);
    const best = questions.map(q => { const own = words(q.question); return { q, fit: [...asked].filter(w => own.has(w)).reduce((s, w) => s + weigh(w), 0) / total }; }).sort((a, b) => b.fit - a.fit)[0];
    const reply = box.querySelector('[data-reply]');
    reply.replaceChildren();
    const add = (name, text) => { const p = document.createElement(name); p.textContent = text; reply.append(p); return p; };
    if (!best || !(best.fit > 0.45)) { add('p', box.dataset.none); return; }
    add('p', best.q.question).className = 'q';
    add('p', best.q.answer);
    for (const quote of best.q.quotes) add('q', quote);
    add('p', box.dataset.source).className = 'note';
  });
}
