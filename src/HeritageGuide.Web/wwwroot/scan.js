// The camera reads a plaque's code. It opens on a tap, closes with its sheet, and follows nothing but this guide's own codes.
import { openSheet } from './sheet.js';

export async function scan(box) {
  const { title, aim, denied, none, foreign } = box.dataset;
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  const state = document.createElement('p');
  state.role = 'status';
  state.textContent = aim;
  let stream;
  const close = () => stream?.getTracks().forEach(t => t.stop());
  const sheet = openSheet(title, [video, state]);
  sheet.addEventListener('close', close);
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    // The sheet may have been closed while the browser was asking.
    if (!sheet.open) return close();
    video.srcObject = stream;
    await video.play();
    const read = await reader(box.dataset.reader);
    while (sheet.open) {
      const text = await read(video).catch(() => null);
      const code = text && codeIn(text, box.dataset.host);
      if (code) { close(); location.assign(`/q/${code}`); return; }
      if (text) state.textContent = foreign;
      await new Promise(done => setTimeout(done, 150));
    }
  } catch (e) {
    video.hidden = true;
    state.textContent = e.name === 'NotAllowedError' ? denied : none;
    close();
  }
}

// Only the code of an address of this guide is used, never the address itself: a sticker pasted over a plaque leads nowhere.
function codeIn(text, host) {
  let url;
  try { url = new URL(text); } catch { return null; }
  return [host, location.host].includes(url.host) ? /^\/q\/([0-9a-z]{5})$/i.exec(url.pathname)?.[1] : null;
}

async function reader(fallback) {
  if (window.BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async video => (await detector.detect(video))[0]?.rawValue;
  }
  if (!fallback) throw new Error('Nothing here reads codes.');
  const { readQr } = await import(fallback);
  const canvas = document.createElement('canvas'), context = canvas.getContext('2d', { willReadFrequently: true });
  return async video => {
    const scale = Math.min(1, 640 / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return readQr(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}
