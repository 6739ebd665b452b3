// Shows how far a lesson is while it is made; without this the page simply waits for it.
import { events } from './events.js';

export function make(form) {
  const bar = form.querySelector('progress'), said = form.querySelector('[role=status]'), button = form.querySelector('button.main');
  form.addEventListener('submit', async e => {
    e.preventDefault();
    button.disabled = true;
    bar.hidden = false;
    said.textContent = form.dataset.waiting;
    try {
      const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/event-stream' } });
      if (!response.ok || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) throw new Error(response.status);
      for await (const { name, data } of events(response.body)) {
        if (name === 'progress') bar.value = data.done;
        else if (name === 'made') location.assign(data.url);
      }
    } catch {
      // The page itself says what went wrong.
      form.submit();
    }
  });
  // Back from the lesson, the form is there to be used again.
  addEventListener('pageshow', () => { button.disabled = false; bar.hidden = true; bar.removeAttribute('value'); said.textContent = ''; });
}
