// Asking without leaving the page: each sentence appears once it is proven, and the page that the server would have sent takes over at the end.
// The conversation is kept in this tab only.
import { events } from './events.js';

const key = `ask:${location.pathname}`;

export function converse(box) {
  document.addEventListener('submit', e => {
    const form = e.target;
    if (new URL(form.action).pathname !== location.pathname || form.method !== 'post') return;
    e.preventDefault();
    ask(form, new URLSearchParams(new FormData(form, e.submitter)));
  });
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (kept && !box.querySelector('.q')) {
    showEarlier(box, kept.html);
    goOnFrom(kept.conversation);
  }
}

async function ask(form, body) {
  const box = document.querySelector('[data-ask]');
  const conversation = document.querySelector('form.ask')?.elements.conversation?.value;
  if (conversation && !body.has('conversation')) body.set('conversation', conversation);
  const earlier = earlierOf(box);
  box.replaceChildren();
  showEarlier(box, earlier);
  const question = element('p', 'q', body.get('question')), reply = element('section', 'a card'), waiting = element('p', 'note', box.dataset.waiting);
  reply.setAttribute('aria-live', 'polite');
  reply.append(waiting);
  box.append(question, reply);
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/event-stream' } });
    if (!response.ok || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) throw new Error(response.status);
    for await (const { name, data } of events(response.body)) {
      if (name === 'sentence') {
        const said = element('p', '', data.text);
        said.lang = data.lang;
        reply.insertBefore(said, waiting);
      } else if (name === 'page') show(new DOMParser().parseFromString(data, 'text/html'), earlier);
    }
  } catch {
    // The page itself says what went wrong.
    for (const [name, value] of body) if (!form.elements[name]) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    form.submit();
  }
}

function show(page, earlier) {
  const main = document.querySelector('main');
  main.replaceChildren(...page.querySelector('main').childNodes);
  const box = main.querySelector('[data-ask]');
  const reply = box.innerHTML;
  box.replaceChildren();
  showEarlier(box, earlier);
  box.insertAdjacentHTML('beforeend', reply);
  sessionStorage.setItem(key, JSON.stringify({ html: earlierOf(box), conversation: main.querySelector('form.ask').elements.conversation?.value }));
  document.dispatchEvent(new CustomEvent('guide:shown', { detail: main }));
  box.querySelector('.q:last-of-type')?.scrollIntoView({ block: 'start' });
  main.querySelector('form.ask input[type=text]').value = '';
}

// What was said before, folded away; its marks get names of their own so that each number still finds its proof.
function earlierOf(box) {
  const holder = document.createElement('div');
  holder.innerHTML = box.querySelector('.earlier > div')?.innerHTML ?? '';
  const turn = holder.querySelectorAll('.q').length + 1;
  for (const part of box.querySelectorAll(':scope > .q, :scope > .a, :scope > .proofs')) {
    const copy = part.cloneNode(true);
    for (const bar of copy.querySelectorAll('[data-answer]')) bar.remove();
    for (const mark of copy.querySelectorAll('[id]')) mark.id = `t${turn}-${mark.id}`;
    for (const link of copy.querySelectorAll('a[href^="#"]')) link.setAttribute('href', `#t${turn}-${link.getAttribute('href').slice(1)}`);
    copy.removeAttribute('aria-live');
    holder.append(copy);
  }
  return holder.innerHTML;
}

function showEarlier(box, html) {
  if (!html) return;
  const fold = element('details', 'earlier'), holder = document.createElement('div'), forget = element('button', 'btn', box.dataset.forget);
  holder.innerHTML = html;
  forget.type = 'button';
  forget.addEventListener('click', () => { sessionStorage.removeItem(key); fold.remove(); goOnFrom(null); });
  fold.append(element('summary', '', box.dataset.earlier), holder, forget);
  box.prepend(fold);
}

function goOnFrom(conversation) {
  const form = document.querySelector('form.ask');
  form.elements.conversation?.remove();
  if (conversation) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'conversation', value: conversation }));
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
