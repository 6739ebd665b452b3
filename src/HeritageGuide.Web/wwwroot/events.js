// The events of an answer that comes in pieces: the browser's EventSource cannot post.
export async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
      const [name, data] = text.slice(0, end).split('\n').map(line => line.slice(line.indexOf(': ') + 2));
      yield { name, data: JSON.parse(data) };
    }
  }
}
