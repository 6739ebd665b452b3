// A sheet over the page, for a proof or the camera: closes with Escape, its button or a tap beside it, and gives the focus back.
export function openSheet(title, content) {
  const sheet = document.createElement('dialog'), header = document.createElement('header'), heading = document.createElement('h2'), close = document.createElement('button');
  sheet.className = 'sheet';
  heading.textContent = sheet.ariaLabel = title;
  Object.assign(close, { type: 'button', className: 'btn', textContent: document.body.dataset.close });
  close.addEventListener('click', () => sheet.close());
  sheet.addEventListener('click', e => { if (e.target === sheet) sheet.close(); });
  sheet.addEventListener('close', () => sheet.remove());
  header.append(heading, close);
  sheet.append(header, ...content);
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}
