// The stop's player: a sentence is lit while it is said, tapped to be heard, repeated slowly on request. Without this script the
// browser's own player and the text remain.
for (const player of document.querySelectorAll('[data-player]')) start(player);
for (const note of document.querySelectorAll('[data-browser-voice]')) offerBrowserVoice(note);

function start(player) {
  const audio = player.querySelector('audio'), controls = player.querySelector('.controls'), state = player.querySelector('[data-state]');
  const sentences = [...document.querySelectorAll('[data-sentence]')];
  const find = name => controls.querySelector(`[data-do="${name}"]`);
  const [play, seek, speed, voice] = ['play', 'seek', 'speed', 'voice'].map(find), time = controls.querySelector('[data-time]');
  const labels = { play: play.ariaLabel, pause: play.dataset.pause };
  const key = `at:${player.dataset.stop}:${player.dataset.lang}:${player.dataset.version}`;
  const saved = () => Number(sessionStorage.getItem(key) ?? 0);
  let times = [], loading, length = 0, slow = null;

  // Where each sentence begins and ends; asked for once, and before it is needed.
  const load = () => loading ??= fetch(`/api/v1/stops/${player.dataset.stop}?lang=${player.dataset.lang}&version=${player.dataset.version}${voice?.value ? `&voice=${voice.value}` : ''}`)
    .then(r => r.ok ? r.json() : Promise.reject(r.status))
    .then(stop => {
      // A recording may come without the times of its sentences: then nothing is lit.
      times = stop.sentences.every(s => s.startMs !== null) ? stop.sentences.map(s => [s.startMs / 1000, s.endMs / 1000]) : [];
      length = stop.audio.durationMs / 1000;
      // Where another voice had to step in, its sound goes with its times.
      const spoken = stop.audio.ai ? stop.audio.voice : 'human';
      if (audio.paused && voice && spoken !== voice.value) use(spoken);
      show();
    })
    .catch(() => { loading = undefined; });

  // The sound starts within the tap itself: some browsers refuse it after a wait.
  function playFrom(seconds) {
    state.textContent = '';
    load();
    if (audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) audio.load();
    if (seconds !== undefined) audio.currentTime = seconds;
    audio.play().catch(e => { if (e.name !== 'AbortError') state.textContent = player.dataset.failed; });
  }
  const sentence = async i => { if (!times.length) await load(); if (times[i]) playFrom(times[i][0]); };
  const current = () => Math.max(0, times.findLastIndex(([from]) => audio.currentTime >= from - 0.05));
  const jump = seconds => { audio.currentTime = Math.min(Math.max(0, audio.currentTime + seconds), audio.duration || length || Infinity); };

  function show() {
    const total = audio.duration || length, at = audio.currentTime || (audio.paused ? saved() : 0);
    seek.value = total ? at / total : 0;
    seek.setAttribute('aria-valuetext', `${clock(at)} / ${clock(total)}`);
    time.textContent = total ? `${clock(at)} / ${clock(total)}` : '';
  }

  function light(now) {
    sentences.forEach((s, i) => {
      if (i !== now) s.classList.remove('on');
      else if (!s.classList.contains('on')) {
        s.classList.add('on');
        // Whoever reads along is followed; whoever has scrolled elsewhere is left there.
        if (inView(sentences[i - 1] ?? s)) s.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  play.addEventListener('click', () => audio.paused ? playFrom(audio.currentTime > 0 || !saved() ? undefined : saved()) : audio.pause());
  find('back').addEventListener('click', () => jump(-15));
  find('ahead').addEventListener('click', () => jump(15));
  seek.addEventListener('input', () => { const total = audio.duration || length; if (total) { audio.currentTime = seek.value * total; if (audio.paused) sessionStorage.setItem(key, audio.currentTime); } });
  speed.addEventListener('change', () => { audio.defaultPlaybackRate = audio.playbackRate = Number(speed.value); localStorage.setItem('player:speed', speed.value); });
  find('slowly')?.addEventListener('click', async () => {
    if (!times.length) await load();
    if (!times.length) return;
    const [from, until] = times[current()];
    slow = { until };
    audio.playbackRate = 0.75;
    playFrom(from);
  });
  voice?.addEventListener('change', () => {
    localStorage.setItem(`player:voice:${player.dataset.lang}`, voice.value);
    chooseVoice();
    sessionStorage.removeItem(key);
    playFrom();
  });

  function chooseVoice() {
    [times, loading, length] = [[], undefined, 0];
    use(voice.value);
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
    audio.playbackRate = Number(speed.value);
  }

  audio.addEventListener('timeupdate', () => {
    if (slow && audio.currentTime >= slow.until) {
      audio.pause();
      audio.playbackRate = Number(speed.value);
      slow = null;
    }
    if (times.length) light(audio.ended ? -1 : current());
    sessionStorage.setItem(key, String(audio.currentTime));
    show();
  });
  audio.addEventListener('durationchange', show);
  audio.addEventListener('ended', () => { sessionStorage.removeItem(key); light(-1); });
  audio.querySelector('source:last-of-type').addEventListener('error', () => { state.textContent = player.dataset.failed; });
  for (const event of ['play', 'pause']) audio.addEventListener(event, () => {
    play.classList.toggle('on', !audio.paused);
    play.ariaLabel = audio.paused ? labels.play : labels.pause;
  });
  sentences.forEach((s, i) => {
    s.classList.add('live');
    s.addEventListener('click', e => { if (!e.target.closest('a') && !String(getSelection())) sentence(i); });
    // For the keyboard and for screen readers; the text itself stays text.
    const hear = Object.assign(document.createElement('button'), { className: 'hear', type: 'button', textContent: '▸' });
    hear.ariaLabel = player.dataset.hear.replace('{0}', i + 1);
    hear.lang = document.documentElement.lang;
    hear.addEventListener('click', e => { e.stopPropagation(); sentence(i); });
    s.append(hear);
  });

  speed.value = localStorage.getItem('player:speed') ?? '1';
  if (speed.selectedIndex < 0) speed.value = '1';
  audio.defaultPlaybackRate = audio.playbackRate = Number(speed.value);
  const kept = voice && localStorage.getItem(`player:voice:${player.dataset.lang}`);
  if (kept && kept !== voice.value && [...voice.options].some(o => o.value === kept)) { voice.value = kept; chooseVoice(); }
  audio.controls = false;
  controls.hidden = false;
  show();
  // The times are small and come after everything else; asking for them also has the sound made before it is wanted.
  const later = () => (window.requestIdleCallback ?? setTimeout)(load);
  if (!navigator.connection?.saveData) document.readyState === 'complete' ? later() : addEventListener('load', later);

  if ('mediaSession' in navigator) {
    const art = document.querySelector('.hero img');
    navigator.mediaSession.metadata = new MediaMetadata({ title: player.dataset.title, album: player.dataset.album, artwork: art ? [{ src: art.src }] : [] });
    const actions = { play: () => playFrom(), pause: () => audio.pause(), seekbackward: () => jump(-15), seekforward: () => jump(15), previoustrack: () => sentence(current() - 1), nexttrack: () => sentence(current() + 1), seekto: e => { audio.currentTime = e.seekTime; } };
    for (const [name, act] of Object.entries(actions)) navigator.mediaSession.setActionHandler(name, act);
    audio.addEventListener('timeupdate', () => { if (audio.duration) navigator.mediaSession.setPositionState?.({ duration: audio.duration, position: Math.min(audio.currentTime, audio.duration), playbackRate: audio.playbackRate }); });
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

function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
