// The stop's player: a sentence is lit while it is said, tapped to be heard, repeated slowly on request. Without this script the
// browser's own player and the text remain.
for (const player of document.querySelectorAll('[data-player]')) start(player);
for (const note of document.querySelectorAll('[data-browser-voice]')) offerBrowserVoice(note);
for (const view of document.querySelectorAll('[data-view]')) chooseView(view);
for (const near of document.querySelectorAll('[data-near]')) findNear(near);
for (const answer of document.querySelectorAll('[data-answer]')) useAnswer(answer);
for (const room of document.querySelectorAll('[data-class]')) follow(room);

function start(player) {
  const audio = player.querySelector('audio');
  const controls = player.querySelector('.controls');
  const sentences = [...document.querySelectorAll('[data-sentence]')];
  const find = name => controls.querySelector(`[data-do="${name}"]`);
  const play = find('play'), progress = controls.querySelector('progress'), time = controls.querySelector('[data-time]');
  const labels = { play: play.ariaLabel, pause: play.dataset.pause };
  const key = `at:${player.dataset.stop}:${player.dataset.lang}:${player.dataset.version}`;
  let times = [], voice = '', loaded = false, slow = null;

  audio.controls = false;
  controls.hidden = false;

  async function load() {
    if (loaded) return;
    const query = `lang=${player.dataset.lang}&version=${player.dataset.version}${voice ? `&voice=${voice}` : ''}`;
    const stop = await (await fetch(`/api/v1/stops/${player.dataset.stop}?${query}`)).json();
    loaded = true;
    // A recording may come without the times of its sentences: then nothing is lit.
    times = stop.sentences.every(s => s.startMs !== null) ? stop.sentences.map(s => [s.startMs / 1000, s.endMs / 1000]) : [];
    // Where another voice had to step in, its sound goes with its times.
    if (stop.audio) use(stop.audio.ai ? stop.audio.voice : 'human');
  }

  function use(name) {
    if (audio.dataset.voice === name) return;
    audio.dataset.voice = name;
    for (const source of audio.querySelectorAll('source')) {
      const url = new URL(source.src);
      url.searchParams.set('voice', name);
      source.src = url.pathname + url.search;
    }
    audio.load();
  }

  async function playFrom(seconds) {
    await load();
    if (seconds !== undefined) audio.currentTime = seconds;
    await audio.play();
  }

  play.addEventListener('click', () => audio.paused ? playFrom(audio.currentTime > 0 ? undefined : Number(sessionStorage.getItem(key) ?? 0)) : audio.pause());
  find('back').addEventListener('click', () => { audio.currentTime = Math.max(0, audio.currentTime - 15); });
  find('ahead').addEventListener('click', () => { audio.currentTime += 15; });
  find('speed').addEventListener('change', e => { audio.playbackRate = Number(e.target.value); });
  find('slowly')?.addEventListener('click', async () => {
    await load();
    if (!times.length) return;
    const i = current();
    slow = { until: times[i][1], rate: audio.playbackRate };
    audio.playbackRate = 0.75;
    playFrom(times[i][0]);
  });
  find('voice')?.addEventListener('change', e => {
    voice = e.target.value;
    loaded = false;
    playFrom(0);
  });

  const current = () => Math.max(0, times.findLastIndex(([from]) => audio.currentTime >= from - 0.05));
  audio.addEventListener('timeupdate', () => {
    if (slow && audio.currentTime >= slow.until) {
      audio.pause();
      audio.playbackRate = slow.rate;
      slow = null;
    }
    if (times.length) sentences.forEach((s, i) => s.classList.toggle('on', i === current() && !audio.ended));
    if (audio.duration) progress.value = audio.currentTime / audio.duration;
    time.textContent = `${clock(audio.currentTime)} / ${clock(audio.duration || 0)}`;
    sessionStorage.setItem(key, String(audio.currentTime));
  });
  audio.addEventListener('ended', () => { sessionStorage.removeItem(key); sentences.forEach(s => s.classList.remove('on')); });
  for (const event of ['play', 'pause']) audio.addEventListener(event, () => {
    play.classList.toggle('on', !audio.paused);
    play.ariaLabel = audio.paused ? labels.play : labels.pause;
  });
  sentences.forEach((s, i) => s.addEventListener('click', async e => {
    if (e.target.closest('a')) return;
    await load();
    if (times.length) playFrom(times[i][0]);
  }));

  if ('mediaSession' in navigator) {
    navigator.mediaSession.metadata = new MediaMetadata({ title: player.dataset.title, album: player.dataset.album });
    navigator.mediaSession.setActionHandler('seekbackward', () => find('back').click());
    navigator.mediaSession.setActionHandler('seekforward', () => find('ahead').click());
  }
}

// Where the guide has no voice, the visitor's device may have one; nothing is sent anywhere.
function offerBrowserVoice(note) {
  if (!('speechSynthesis' in window)) return;
  const button = Object.assign(document.createElement('button'), { className: 'btn', type: 'button', textContent: note.dataset.label });
  button.addEventListener('click', () => {
    speechSynthesis.cancel();
    for (const sentence of document.querySelectorAll('[data-sentence]')) {
      const copy = sentence.cloneNode(true);
      copy.querySelectorAll('sup').forEach(x => x.remove());
      speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(copy.textContent), { lang: note.dataset.lang }));
    }
  });
  note.append(' ', button);
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
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
    const sources = [...document.querySelectorAll('.proofs > ol > li')].map((li, i) => `[${i + 1}] “${li.querySelector('q').textContent}” ${[...li.querySelectorAll('.src li')].map(s => s.textContent.trim()).join('; ')}`);
    await navigator.clipboard.writeText([document.querySelector('.q').textContent, ...text(), '', ...sources, location.origin].join('\n'));
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
