// Usage: node rivals.mjs FOLDER: passages, vectors and questions that the benchmark wrote there. One line a rival, as JSON.
// A rival that is slow is asked fewer of the questions.
// PostgreSQL is measured where DATABASE_URL points to one.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const folder = process.argv[2];
const lines = (name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').map((l) => JSON.parse(l));
const passages = lines('passages.jsonl');
const questions = lines('questions.jsonl');
const dimensions = 256;

// Nobody waits longer than this for one rival's questions, in milliseconds; twenty are asked in any case.
const longest = 30_000;
const vectorsOf = (name, count) => {
  const bytes = readFileSync(join(folder, name));
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return Array.from({ length: count }, (_, i) => all.subarray(i * dimensions, (i + 1) * dimensions));
};
const vectors = vectorsOf('vectors.f32', passages.length);
const asked = vectorsOf('questions.f32', questions.length);

async function measure(name, build, search) {
  const start = performance.now();
  await build?.();
  const built = (performance.now() - start) / 1000;
  const times = [];
  let found = 0;
  const end = performance.now() + longest;
  await search(questions[0].text, asked[0]);
  for (let i = 0; i < questions.length && (i < 20 || performance.now() < end); i++) {
    const from = performance.now();
    const ids = await search(questions[i].text, asked[i]);
    times.push(performance.now() - from);
    found += ids.includes(questions[i].gold) ? 1 : 0;
  }

  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor(times.length * share)] * 100) / 100;
  console.log(JSON.stringify({
    name, questions: times.length, recall: Math.round((1000 * found) / times.length) / 1000, p50: at(0.5), p95: at(0.95),
    indexed: build ? Math.round(passages.length / built) : undefined, mebibytes: Math.round(process.memoryUsage().rss / 1048576),
  }));
}

const { default: MiniSearch } = await import('minisearch');
let mini = new MiniSearch({ fields: ['text'] });
await measure('MiniSearch (words)', () => mini.addAll(passages), (q) => mini.search(q).slice(0, 10).map((r) => r.id));
mini = null;

// Orama compares a question with every passage in JavaScript: half a second at 10,000 passages.
if (passages.length <= 20_000) {
  const orama = await import('@orama/orama');
  const db = orama.create({ schema: { text: 'string', vector: `vector[${dimensions}]` } });
  await measure('Orama (words and vectors)', async () => {
    for (let i = 0; i < passages.length; i += 1000) {
      await orama.insertMultiple(db, passages.slice(i, i + 1000).map((p, n) => ({ id: p.id, text: p.text, vector: [...vectors[i + n]] })), 1000);
    }
  }, async (q, v) => (await orama.search(db, {
    mode: 'hybrid', term: q, vector: { value: [...v], property: 'vector' }, similarity: 0, limit: 10, threshold: 1,
  })).hits.map((h) => h.id));
} else {
  console.error('Orama is NOT measured: too slow for more than 20,000 passages');
}

process.env.LANCE_LOG = 'error';
const lancedb = await import('@lancedb/lancedb');
const path = join(folder, 'lance');
const table = await (await lancedb.connect(path)).createTable('passages', [{ id: 'none', text: 'none', vector: Array.from({ length: dimensions }, () => 0) }], { mode: 'overwrite' });
const lanceWords = (q, limit) => table.query().fullTextSearch(q, { columns: ['text'] }).select(['id']).limit(limit).toArray();
const lanceNear = (v, ef, limit) => table.query().nearestTo([...v]).distanceType('cosine').ef(ef).select(['id']).limit(limit).toArray();
const lanceFused = (ef, limit) => async (q, v) => {
  const scores = new Map();
  for (const list of await Promise.all([lanceWords(q, limit), lanceNear(v, ef, limit)])) {
    list.forEach((r, rank) => scores.set(r.id, (scores.get(r.id) ?? 0) + 1 / (61 + rank)));
  }

  return [...scores].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([id]) => id);
};
const fill = async () => {
  for (let i = 0; i < passages.length; i += 10_000) {
    await table.add(passages.slice(i, i + 10_000).map((p, n) => ({ id: p.id, text: p.text, vector: [...vectors[i + n]] })));
  }

  await table.createIndex('text', { config: lancedb.Index.fts() });
  await table.createIndex('vector', { config: lancedb.Index.hnswSq({ distanceType: 'cosine' }) });
};
const lance = async (cores, build) => {
  await measure(`LanceDB (words; ${cores})`, build, async (q) => (await lanceWords(q, 10)).map((r) => r.id));
  for (const [ef, limit] of [[50, 20], [100, 50], [200, 50]]) {
    await measure(`LanceDB (words and vectors, fused; ef ${ef}, ${limit} of each; ${cores})`, null, lanceFused(ef, limit));
  }
};
await lance('all cores', fill);

// A search of the guide keeps to one core: LanceDB on one core as well.
try {
  execFileSync('taskset', ['-acp', '0', `${process.pid}`]);
  await lance('one core', null);
  execFileSync('taskset', ['-acp', `0-${cpus().length - 1}`, `${process.pid}`]);
} catch (error) {
  console.error(`LanceDB on one core is NOT measured: ${error.message}`);
}

rmSync(path, { recursive: true });

if (process.env.DATABASE_URL) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  await measure('PostgreSQL (words, ts_rank_cd)', async () => {
    await client.query("CREATE TEMP TABLE passages(id text, text text, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED)");
    for (let i = 0; i < passages.length; i += 1000) {
      const some = passages.slice(i, i + 1000);
      await client.query('INSERT INTO passages(id, text) SELECT * FROM unnest($1::text[], $2::text[])', [some.map((p) => p.id), some.map((p) => p.text)]);
    }

    await client.query('CREATE INDEX ON passages USING gin(words)');
    await client.query('ANALYZE passages');
  }, async (q) => (await client.query(
    "SELECT id FROM passages, to_tsquery('simple', $1) q WHERE words @@ q ORDER BY ts_rank_cd(words, q) DESC LIMIT 10",
    [q.toLowerCase().match(/[\p{L}\p{N}]+/gu).join(' | ')])).rows.map((r) => r.id));
  await client.end();
} else {
  console.error('PostgreSQL is NOT measured: DATABASE_URL is not set');
}
