import { describe, expect, it } from 'vitest';
import { parseMultistatus } from '@/lib/remote/multistatus.ts';
import { endsWith, textOf } from '@/lib/remote/scan-xml.ts';

const FOLDER = 'https://cloud.example/dav/parallax-v1/';
const NAME = '00000001-00000002-0123456789abcdef0123456789abcdef.plx';
const ONE = { files: [{ name: NAME, size: 1024 }], dirs: ['keys'] };

/** In the manner of one server: prefix of its namespace, form of its addresses, what it says beside. */
type Manner = {
  readonly prefix: string;
  readonly folder: string;
  readonly collection?: string;
  readonly beside?: string;
  readonly slash?: string;
};
function answer({ prefix: p, folder, collection, beside = '', slash = '/' }: Manner): string {
  const isFolder = collection ?? `<${p}collection/>`;
  const entry = (href: string, props: string): string =>
    `<${p}response><${p}href>${href}</${p}href><${p}propstat><${p}prop>${props}${beside}</${p}prop>` +
    `<${p}status>HTTP/1.1 200 OK</${p}status></${p}propstat></${p}response>`;
  const folderType = `<${p}resourcetype>${isFolder}</${p}resourcetype>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${p}multistatus>`,
    entry(`${folder}${slash}`, folderType),
    entry(`${folder}/${NAME}`, `<${p}resourcetype/><${p}getcontentlength>1024</${p}getcontentlength>`),
    entry(`${folder}/keys${slash}`, folderType),
    `</${p}multistatus>`,
  ].join('\n');
}

describe('a listing is read the same from every server', () => {
  it.each<[string, Manner]>([
    ['Apache', { prefix: 'D:', folder: '/dav/parallax-v1', beside: '<lp1:getetag xmlns:lp1="DAV:">"a"</lp1:getetag>' }],
    ['nginx', { prefix: 'D:', folder: '/dav/parallax-v1' }],
    ['lighttpd', { prefix: 'D:', folder: 'https://cloud.example/dav/parallax-v1' }],
    ['rclone', { prefix: 'D:', folder: '/dav/parallax-v1', collection: '<D:collection xmlns:D="DAV:"/>' }],
    ['Nextcloud', { prefix: 'd:', folder: '/dav/parallax-v1', beside: '<oc:permissions>RGDNVW</oc:permissions>' }],
    ['without a prefix', { prefix: '', folder: '/dav/parallax-v1' }],
    [
      'IIS',
      { prefix: 'a:', folder: 'http://cloud.example/dav/parallax-v1', beside: '<a:iscollection>1</a:iscollection>' },
    ],
    ['tags of two parts', { prefix: 'D:', folder: '/dav/parallax-v1', collection: '<D:collection></D:collection>' }],
    ['behind a proxy that moves it', { prefix: 'D:', folder: '/remote.php/webdav/files/parallax-v1' }],
    ['no slash after folders', { prefix: 'D:', folder: '/dav/parallax-v1', slash: '' }],
    ['slashes doubled', { prefix: 'D:', folder: '//dav/parallax-v1/' }],
    ['port named', { prefix: 'D:', folder: 'https://cloud.example:443/dav/parallax-v1' }],
    ['percent', { prefix: 'D:', folder: '/%64av/parallax%2Dv1' }],
    ['a folder only by its slash', { prefix: 'D:', folder: '/dav/parallax-v1', collection: '' }],
  ])('%s', (_, manner) => {
    expect(parseMultistatus(answer(manner), FOLDER)).toEqual(ONE);
  });
  it('in a folder whose name needs encoding', () => {
    const listed = answer({ prefix: 'D:', folder: '/dav/M%c3%bcller &amp; S%C3%B6hne/parallax-v1' });
    expect(parseMultistatus(listed, 'https://cloud.example/dav/Müller & Söhne/parallax-v1/')).toEqual(ONE);
  });
});

describe('what is not ours is left out', () => {
  const entry = (href: string, isFolder = false, size = '5'): string =>
    `<response><href>${href}</href><propstat><prop><resourcetype>${isFolder ? '<collection/>' : ''}</resourcetype>` +
    `<getcontentlength>${size}</getcontentlength></prop></propstat></response>`;
  const parse = (...entries: string[]) => parseMultistatus(`<multistatus>${entries.join('')}</multistatus>`, FOLDER);
  const SELF = entry('/dav/parallax-v1/', true);

  it.each([
    ['what lies deeper', entry('/dav/parallax-v1/keys/a.key')],
    ['what lies beside', entry('/dav/other/a.key')],
    ['a folder that begins alike', entry('/dav/parallax-v1-old/a.key')],
    ['a file beside that begins alike', entry('/dav/parallax-v1-b.key')],
    ['names that we do not give', entry('/dav/parallax-v1/Thumbs.db')],
    ['ways out', entry('/dav/parallax-v1/..%2f..%2fetc')],
    ['no address', '<response><propstat/></response>'],
    ['an address that is none', entry('http://[')],
  ])('%s', (_, other) => {
    expect(parse(SELF, other, entry('/dav/parallax-v1/a.key'))).toEqual({
      files: [{ name: 'a.key', size: 5 }],
      dirs: [],
    });
  });
  it('the folder itself, wherever it stands', () => {
    expect(parse(entry('/dav/parallax-v1/a.key'), SELF).files).toHaveLength(1);
    expect(parse(SELF)).toEqual({ files: [], dirs: [] });
  });
  it('slashes doubled', () => {
    expect(parse(SELF, entry('/dav/parallax-v1//a.key')).files).toHaveLength(1);
  });
  it('a server that leaves the folder itself out', () => {
    expect(parse(entry('/dav/parallax-v1/a.key'), entry('/dav/parallax-v1/bb/', true))).toEqual({
      files: [{ name: 'a.key', size: 5 }],
      dirs: ['bb'],
    });
  });
  it('an empty file without a length', () => {
    expect(parse(SELF, entry('/dav/parallax-v1/a.key', false, '')).files).toEqual([{ name: 'a.key', size: 0 }]);
  });
});

describe('text of XML', () => {
  it.each([
    ['<a>x &amp;amp; y</a>', 'x &amp; y'],
    ['<a>&lt;&gt;&quot;&apos;</a>', '<>"\''],
    ['<a>&#38;&#x26;&#X26;</a>', '&&&'],
    ['<a>&#x1F600;&nope;&#x110000;</a>', '😀&nope;&#x110000;'],
    ['<a><![CDATA[x & <y>]]></a>', 'x & <y>'],
    ['<a><![CDATA[&amp;]]></a>', '&amp;'],
    ['<n:a x="1">\n z </n:a>', 'z'],
    ['<ab>no</ab><a>yes</a>', 'yes'],
  ])('%s', (xml, text) => {
    expect(textOf(xml, 'a')).toBe(text);
  });
  it.each([
    ['<D:multistatus></D:multistatus>\n', true],
    ['<multistatus></multistatus>', true],
    ['<D:multistatus></D:multistatus', false],
    ['<D:multistatus>', false],
    ['</D:multistatus >\r\n', true],
    ['<D:othermultistatus></D:othermultistatus>', false],
    ['<D:multistatus><D:response>', false],
    ['', false],
  ])('whole: %j', (text, isWhole) => {
    expect(endsWith(new TextEncoder().encode(text), 'multistatus')).toBe(isWhole);
  });
});
