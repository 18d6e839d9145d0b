import { describe, expect, it } from 'vitest';
import { openRemote } from '@/lib/remote/open-remote.ts';
import { kindOf } from './kind-of.ts';
import { broken, reply, type Scripted, scriptedEnv } from './scripted-env.ts';
import { sealed } from './sealed.ts';

const DATABASE = 'https://couch.example/notes';

function open(...script: Scripted[]) {
  const env = scriptedEnv(script);
  const store = openRemote({ kind: 'couch', url: DATABASE, user: 'u', password: 'p' }, env);
  return { store, env, lines: () => env.asked.map(({ method, url }) => `${method} ${url.replace(DATABASE, '')}`) };
}
const json = (status: number, value: unknown) => reply(status, JSON.stringify(value));
const missing = () => json(404, { error: 'not_found', reason: 'missing' });

/** A database that answers `_all_docs` as CouchDB does, of these ids, each with as many bytes as it is long. */
function allDocs(ids: readonly string[]): Scripted {
  return ({ url }) => {
    const query = new URL(url).searchParams;
    const [start, end] = ['startkey', 'endkey'].map((name) => JSON.parse(query.get(name) ?? '""') as string);
    const rows = [...ids]
      .sort()
      .filter((id) => start !== undefined && end !== undefined && id >= start && id <= end)
      .slice(0, Number(query.get('limit')))
      .map((id) => ({
        id,
        key: id,
        ...(query.get('include_docs') === 'true' && {
          doc: { _id: id, _attachments: { bytes: { length: id.length } } },
        }),
      }));
    return json(200, { total_rows: ids.length, rows });
  };
}
const files = (device: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `parallax-v1:${device}:${String(at).padStart(8, '0')}.plx`);

describe('documents', () => {
  it('bytes go inside and come back as they are', async () => {
    const { store, env, lines } = open(json(201, {}), reply(200, sealed(300)));
    await store.put('dev/a.plx', sealed(300));
    expect(await store.get('dev/a.plx', 300)).toEqual(sealed(300));
    expect(lines()).toEqual(['PUT /parallax-v1%3Adev%3Aa.plx', 'GET /parallax-v1%3Adev%3Aa.plx/bytes']);
    const sent = JSON.parse(String(env.asked[0]?.body)) as { _attachments: { bytes: { data: string } } };
    expect(new Uint8Array(Buffer.from(sent._attachments.bytes.data, 'base64'))).toEqual(sealed(300));
  });
  it('a megabyte that went through a database and back', async () => {
    // A Buffer comes out of structuredClone as a plain array of bytes.
    const cloned = structuredClone<Uint8Array>(Buffer.from(sealed(2 ** 20))) as ReturnType<typeof sealed>;
    const { store, env } = open(json(201, {}));
    await store.put('dev/a.plx', cloned);
    const data = /"data":"([^"]*)"/.exec(String(env.asked[0]?.body))?.[1] ?? '';
    expect(Buffer.from(data, 'base64').equals(Buffer.from(sealed(2 ** 20)))).toBe(true);
  });
  it('that it is there already is fine', async () => {
    expect(await kindOf(open(json(409, { error: 'conflict' })).store.put('dev/a.plx', sealed(3)))).toBe('fine');
  });
  it('an upload may be repeated: it is whole or not there', async () => {
    expect(await kindOf(open(broken(), json(409, {})).store.put('dev/a.plx', sealed(3)))).toBe('fine');
  });
  it('not there', async () => {
    const { store } = open(missing(), missing());
    expect(await store.get('dev/a.plx', 9)).toBeNull();
    await store.del('dev/a.plx');
  });
  it('is deleted by its revision; that another was quicker is fine', async () => {
    const { store, lines } = open(json(200, { _id: 'x', _rev: '1-a+b' }), json(409, {}));
    await store.del('dev/a.plx');
    expect(lines()).toEqual(['GET /parallax-v1%3Adev%3Aa.plx', 'DELETE /parallax-v1%3Adev%3Aa.plx?rev=1-a%2Bb']);
  });
});

describe('the database', () => {
  it('that is there is not created: not everybody may', async () => {
    const { store, lines } = open(json(200, { db_name: 'notes' }));
    await store.mkdir('dev');
    expect(lines()).toEqual(['GET ']);
  });
  it.each([201, 202, 412])('that is missing is: %d', async (status) => {
    const { store, lines } = open(missing(), json(status, {}));
    await store.mkdir('dev');
    expect(lines()).toEqual(['GET ', 'PUT ']);
  });
  it('may not be created', async () => {
    expect(await kindOf(open(missing(), json(403, {}), json(403, {})).store.mkdir('dev'))).toBe('auth');
  });
  it('is created for an upload too', async () => {
    const { store, lines } = open(missing(), missing(), json(201, {}), json(201, {}));
    await store.put('a', sealed(1));
    expect(lines()).toEqual(['PUT /parallax-v1%3Aa', 'GET ', 'PUT ', 'PUT /parallax-v1%3Aa']);
  });
  it('that is missing lists nothing', async () => {
    const { store } = open(missing(), missing());
    expect(await store.list('dev')).toEqual([]);
    expect(await store.dirs('')).toEqual([]);
  });
});

describe('listings', () => {
  const OTHERS = ['_design/x', 'note', 'parallax-v10:dev:a.plx', 'parallax-v1', 'parallax-v2:dev:a.plx'];
  it('files directly there, of ours only', async () => {
    const ids = [...OTHERS, 'parallax-v1:dev:a.plx', 'parallax-v1:dev:deep:b.plx', 'parallax-v1:dev2:c.plx'];
    expect(await open(allDocs(ids)).store.list('dev')).toEqual([{ name: 'a.plx', size: 21 }]);
  });
  it('more than a page of files', async () => {
    const ids = files('dev', 450);
    const { store, env } = open(allDocs(ids), allDocs(ids), allDocs(ids));
    expect(await store.list('dev')).toHaveLength(450);
    expect(env.asked).toHaveLength(3);
  });
  it('folders', async () => {
    const ids = [...OTHERS, 'parallax-v1:file', ...files('dev', 3), ...files('dev2', 1), 'parallax-v1:keys:a.key'];
    expect((await open(allDocs(ids)).store.dirs('')).sort()).toEqual(['dev', 'dev2', 'keys']);
  });
  it('folders that are long are skipped over', async () => {
    const ids = [...files('dev', 900), ...files('dev-2', 900), ...files('dev2', 900), 'parallax-v1:keys:a.key'];
    const { store, env } = open(allDocs(ids), allDocs(ids), allDocs(ids), allDocs(ids));
    expect((await store.dirs('')).sort()).toEqual(['dev', 'dev-2', 'dev2', 'keys']);
    expect(env.asked).toHaveLength(4);
  });
  it('one that was cut off is asked for again', async () => {
    const { store } = open(reply(200, '{"rows":[{"id":"pa'), allDocs(files('dev', 1)));
    expect(await store.list('dev')).toHaveLength(1);
  });
});

describe('no CouchDB', () => {
  it.each(['"hello"', '{}', '{"rows":5}', '[]', 'null', '{"rows":[}'])('%s', async (body) => {
    const answers = () => Array.from({ length: 3 }, () => reply(200, body));
    expect(await kindOf(open(...answers()).store.list('dev'))).toBe('odd');
    expect(await kindOf(open(...answers()).store.del('dev/a'))).toBe('odd');
  });
  it('rows of any shape', async () => {
    const rows = [
      null,
      5,
      {},
      { id: 5 },
      { id: 'parallax-v1:dev:a' },
      { id: 'parallax-v1:dev:b', doc: { _attachments: 5 } },
    ];
    expect(await open(json(200, { rows })).store.list('dev')).toEqual([
      { name: 'a', size: 0 },
      { name: 'b', size: 0 },
    ]);
  });
});
