// What every page shares. The player, the camera, the voice and the packs are scripts of their own, loaded where they are used.
for (const view of document.querySelectorAll('[data-view]')) chooseView(view);
for (const near of document.querySelectorAll('[data-near]')) findNear(near);
for (const room of document.querySelectorAll('[data-class]')) follow(room);
for (const box of document.querySelectorAll('[data-scan]')) offerScan(box);
for (const box of document.querySelectorAll('[data-ask]')) import(box.dataset.ask).then(ask => ask.converse(box));
for (const form of document.querySelectorAll('[data-make]')) import(form.dataset.make).then(lesson => lesson.make(form));
useAsk(document);
document.addEventListener('guide:shown', e => useAsk(e.detail));
document.addEventListener('click', openProof);
document.addEventListener('click', e => { for (const menu of document.querySelectorAll('details.menu[open], details.more[open]')) if (!menu.contains(e.target)) menu.open = false; });
document.addEventListener('keydown', e => { const menu = e.key === 'Escape' && e.target.closest?.('details.menu[open], details.more[open]'); if (menu) { menu.open = false; menu.querySelector('summary').focus(); } });

// What stands around an answer; once more where a script has put a new answer in place of the old one.
function useAsk(root) {
  for (const answer of root.querySelectorAll('[data-answer]')) useAnswer(answer);
  if (window.SpeechRecognition ?? window.webkitSpeechRecognition) for (const button of root.querySelectorAll('[data-voice]')) import(button.dataset.voice).then(voice => voice.offer(button));
}

// The proof of a number opens over the page, so that nobody loses their place; without this the number leads to the list below.
async function openProof(e) {
  const link = e.target.closest?.('sup.c a');
  const proof = link?.hash && document.getElementById(link.hash.slice(1));
  if (!proof || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  const { openSheet } = await import('./sheet.js');
  const copy = proof.cloneNode(true);
  copy.removeAttribute('id');
  copy.querySelectorAll('[id]').forEach(x => x.removeAttribute('id'));
  copy.querySelectorAll('details').forEach(x => { x.open = true; });
  const language = proof.closest('[lang]')?.lang;
  const body = document.createElement('div');
  if (language) body.lang = language;
  body.append(...copy.childNodes);
  openSheet(link.ariaLabel ?? link.textContent, [body]);
}

// Scanning is offered where there is a camera and something that reads codes.
function offerScan(box) {
  if (!navigator.mediaDevices?.getUserMedia || !('BarcodeDetector' in window || box.dataset.reader)) return;
  box.hidden = false;
  box.querySelector('button').addEventListener('click', async () => (await import(box.dataset.scan)).scan(box));
}

// A class at a site: everybody's page follows when the teacher moves on; the teacher sees the counts grow.
function follow(room) {
  const events = new EventSource(`/api/v1/classes/${room.dataset.class}/events`);
  events.addEventListener('class', e => {
    const now = JSON.parse(e.data);
    if (now.stop !== room.dataset.stop) {
      const url = new URL(location.href);
      url.searchParams.delete('answered');
      location.replace(url);
    }
    for (const count of document.querySelectorAll('[data-count]')) count.textContent = now.counts[count.dataset.count] ?? 0;
  });
}

// Text size and colours, kept on the device only.
function chooseView(view) {
  const root = document.documentElement;
  const show = () => {
    for (const kind of ['size', 'theme']) {
      const value = localStorage.getItem(`view:${kind}`) ?? '';
      if (value) root.dataset[kind] = value; else delete root.dataset[kind];
      for (const button of view.querySelectorAll(`[data-${kind}]`)) button.ariaPressed = String(button.dataset[kind] === value);
    }
  };
  view.hidden = false;
  view.addEventListener('click', e => {
    for (const kind of ['size', 'theme']) if (e.target.dataset?.[kind] !== undefined) localStorage.setItem(`view:${kind}`, e.target.dataset[kind]);
    show();
  });
  show();
}

// Stops near by, asked for by a tap; walk mode says when one comes near.
function findNear(box) {
  if (!('geolocation' in navigator)) return;
  const [find, walk, state, list] = ['[data-find]', '[data-walk]', '[data-state]', 'ol'].map(s => box.querySelector(s));
  const lang = box.dataset.lang, told = new Set();
  let watch = 0;
  box.hidden = false;
  const link = (stop, text) => { const a = document.createElement('a'); a.href = `/${lang}/stops/${stop.slug}`; a.textContent = text; return a; };
  const near = async (p, radius) => (await (await fetch(`/api/v1/stops/near?lat=${p.coords.latitude}&lon=${p.coords.longitude}&radius=${radius}&lang=${lang}`)).json()).items;
  const denied = () => { state.textContent = box.dataset.denied; };
  find.addEventListener('click', () => navigator.geolocation.getCurrentPosition(async p => {
    const stops = await near(p, 10000);
    state.textContent = stops.length ? '' : box.dataset.none;
    list.replaceChildren(...stops.slice(0, 10).map(s => { const item = document.createElement('li'); item.append(link(s, s.title), ` ${s.metres} m`); return item; }));
  }, denied));
  walk.addEventListener('click', () => {
    if (watch) { navigator.geolocation.clearWatch(watch); watch = 0; } else {
      watch = navigator.geolocation.watchPosition(async p => {
        const [stop] = await near(p, 80);
        if (stop && !told.has(stop.slug)) { told.add(stop.slug); state.replaceChildren(box.dataset.here.replace('{0}', stop.title), ' ', link(stop, box.dataset.play)); }
      }, denied, { enableHighAccuracy: true });
    }
    walk.ariaPressed = String(watch !== 0);
  });
}

// An answer as a reference for a pupil's exercise book, or read aloud by the device.
function useAnswer(bar) {
  const text = () => [...bar.parentElement.querySelectorAll('p[lang]')].map(p => p.cloneNode(true)).map(p => { for (const s of p.querySelectorAll('sup')) s.textContent = `[${s.textContent.trim()}]`; return p.textContent.trim(); });
  bar.hidden = false;
  bar.querySelector('[data-copy]').addEventListener('click', async () => {
    const sources = [...document.querySelectorAll('[data-ask] > .proofs > ol > li')].map((li, i) => `[${i + 1}] “${li.querySelector('q').textContent}” ${[...li.querySelectorAll('.src li')].map(s => s.textContent.trim()).join('; ')}`);
    await navigator.clipboard.writeText([document.querySelector('[data-ask] > .q').textContent, ...text(), '', ...sources, location.origin].join('\n'));
    bar.querySelector('[role=status]').textContent = bar.dataset.copied;
  });
  const listen = bar.querySelector('[data-listen]');
  if (!('speechSynthesis' in window)) { listen.hidden = true; return; }
  listen.addEventListener('click', () => {
    speechSynthesis.cancel();
    const said = new SpeechSynthesisUtterance(text().join(' ').replace(/\[\d+\]/g, ''));
    said.lang = bar.dataset.lang;
    speechSynthesis.speak(said);
  });
}
