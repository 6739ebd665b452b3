// A question spoken to the browser's own speech recognition, in the page's language; the visitor reads it before it is sent.
export function offer(button) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  const input = button.form.elements.question, note = document.getElementById('voice-note');
  let hearing = null;
  button.hidden = note.hidden = false;
  const privacy = note.textContent;
  button.addEventListener('click', () => {
    if (hearing) { hearing.stop(); return; }
    const heard = hearing = Object.assign(new Recognition(), { lang: button.dataset.lang, interimResults: true });
    let fault = 'nothing';
    heard.addEventListener('result', e => { fault = null; input.value = [...e.results].map(r => r[0].transcript).join(''); });
    heard.addEventListener('error', e => { if (e.error !== 'no-speech' && e.error !== 'aborted') fault = 'denied'; });
    heard.addEventListener('end', () => {
      hearing = null;
      button.ariaPressed = 'false';
      note.textContent = fault ? button.dataset[fault] : privacy;
      if (!fault) input.focus();
    });
    button.ariaPressed = 'true';
    note.textContent = button.dataset.listening;
    heard.start();
  });
}
