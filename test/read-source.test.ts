import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largestSource, readSource, type UnreadableReason } from '../src/find/read-source.ts';
import { messagesFor } from '../src/locale/messages.ts';
import { testHost } from './test-host.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const joined = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
// 「# 薬剤師の仕事」
const shiftJis = bytes(0x23, 0x20, 0x96, 0xf2, 0x8d, 0xdc, 0x8e, 0x74, 0x82, 0xcc, 0x8e, 0x64, 0x8e, 0x96, 0x0a);
const eucJp = bytes(0x23, 0x20, 0xcc, 0xf4, 0xba, 0xde, 0xbb, 0xd5, 0xa4, 0xce, 0xbb, 0xc5, 0xbb, 0xf6, 0x0a);
const iso2022 = joined('# ', bytes(0x1b), '$B', bytes(0x4c, 0x74), bytes(0x1b), '(B\n');

async function read(content: string | Uint8Array) {
  const host = testHost({ files: { '薬剤師.md': content } });
  return readSource({ path: '薬剤師.md', absolutePath: join(host.cwd, '薬剤師.md') }, host);
}

describe('text', () => {
  const cases: { name: string; content: string | Uint8Array; text: string; bom?: boolean }[] = [
    { name: 'Japanese with emoji and CRLF', content: '# 1️⃣ 葛󠄀飾\r\n𠮷', text: '# 1️⃣ 葛󠄀飾\r\n𠮷' },
    { name: 'a BOM is stripped and remembered', content: '\ufeff# あ', text: '# あ', bom: true },
    { name: 'only the first BOM is stripped', content: '\ufeff\ufeffあ', text: '\ufeffあ', bom: true },
    { name: 'an empty file', content: '', text: '' },
    { name: 'a replacement character that is really written', content: 'あ\ufffdい', text: 'あ\ufffdい' },
    { name: 'an escape sequence that is no ISO-2022-JP', content: 'a\u001b[31mb', text: 'a\u001b[31mb' },
  ];
  test.each(cases)('$name', async ({ content, text, bom = false }) => {
    expect(await read(content)).toEqual({ path: '薬剤師.md', text, bom });
  });
});

describe('not text', () => {
  const cases: { name: string; content: Uint8Array; reason: UnreadableReason; detail: string; offset: number }[] = [
    { name: 'Shift_JIS', content: shiftJis, reason: 'encoding', detail: 'Shift_JIS', offset: 2 },
    {
      name: 'Shift_JIS after much ASCII',
      content: joined('x'.repeat(100_000), shiftJis),
      reason: 'encoding',
      detail: 'Shift_JIS',
      offset: 100_002,
    },
    { name: 'EUC-JP', content: eucJp, reason: 'encoding', detail: 'EUC-JP', offset: 2 },
    { name: 'ISO-2022-JP', content: iso2022, reason: 'encoding', detail: 'ISO-2022-JP', offset: 2 },
    { name: 'UTF-16 with BOM', content: utf16('\ufeff# 薬'), reason: 'encoding', detail: 'UTF-16LE', offset: 0 },
    {
      name: 'big-endian UTF-16 with BOM',
      content: swapped('\ufeff# 薬'),
      reason: 'encoding',
      detail: 'UTF-16BE',
      offset: 0,
    },
    { name: 'UTF-16 without BOM', content: utf16('# title\n'), reason: 'encoding', detail: 'UTF-16LE', offset: 1 },
    {
      name: 'big-endian UTF-16 without BOM',
      content: swapped('# title\n'),
      reason: 'encoding',
      detail: 'UTF-16BE',
      offset: 0,
    },
    {
      name: 'Latin-1',
      content: joined('caf', bytes(0xe9), ' au lait'),
      reason: 'encoding',
      detail: 'unknown',
      offset: 3,
    },
    {
      name: 'UTF-8 cut in a character',
      content: joined('薬剤師', bytes(0xe3, 0x81)),
      reason: 'encoding',
      detail: 'UTF-8',
      offset: 9,
    },
    {
      name: 'one bad byte after written replacement characters',
      content: joined('\ufeff薬\ufffd', bytes(0xff), '師'),
      reason: 'encoding',
      detail: 'UTF-8',
      offset: 9,
    },
    { name: 'a NUL byte', content: joined('薬', bytes(0), '師 a\n'), reason: 'binary', detail: 'NUL', offset: 3 },
    {
      name: 'a picture',
      content: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      reason: 'binary',
      detail: 'NUL',
      offset: 8,
    },
  ];
  test.each(cases)('$name', async ({ content, reason, detail, offset }) => {
    expect(await read(content)).toEqual({ path: '薬剤師.md', reason, detail, offset });
  });
});

describe('not readable', () => {
  const host = testHost({ files: { 'a.md': 'a' } });
  const at = (path: string) => ({ path, absolutePath: join(host.cwd, path) });
  symlinkSync('gone.md', join(host.cwd, 'dangling.md'));
  symlinkSync('loop.md', join(host.cwd, 'loop.md'));
  symlinkSync('/dev/zero', join(host.cwd, 'zero.md'));
  mkdirSync(join(host.cwd, 'folder.md'));
  execFileSync('mkfifo', [join(host.cwd, 'pipe.md')]);

  test.each([
    ['gone.md', 'missing', 'ENOENT'],
    ['dangling.md', 'missing', 'ENOENT'],
    ['a.md/b.md', 'missing', 'ENOTDIR'],
    ['loop.md', 'io', 'ELOOP'],
    ['folder.md', 'not-a-file', 'folder'],
    ['pipe.md', 'not-a-file', 'pipe'],
    ['zero.md', 'not-a-file', 'device'],
  ])('%s', async (path, reason, detail) => {
    expect(await readSource(at(path), host)).toEqual({ path, reason, detail });
  });

  test('a denied file, and one that breaks while it is read', async () => {
    const failingWith = (code: string) => ({
      ...host,
      files: { ...host.files, readFile: () => Promise.reject(Object.assign(new Error(code), { code })) },
    });
    expect(await readSource(at('a.md'), failingWith('EACCES'))).toMatchObject({ reason: 'denied', detail: 'EACCES' });
    expect(await readSource(at('a.md'), failingWith('EIO'))).toMatchObject({ reason: 'io', detail: 'EIO' });
  });

  test('a bug is not taken for a bad file', async () => {
    const files = { ...host.files, readFile: () => Promise.reject(new TypeError('bug')) };
    await expect(readSource(at('a.md'), { ...host, files })).rejects.toThrow('bug');
  });

  test('more than 5 MB, to the byte', async () => {
    const limit = testHost({ files: { 'fits.md': ' '.repeat(largestSource), 'large.md': '' } });
    truncateSync(join(limit.cwd, 'large.md'), largestSource + 1);
    const path = (name: string) => ({ path: name, absolutePath: join(limit.cwd, name) });
    expect(await readSource(path('fits.md'), limit)).toHaveProperty('text.length', largestSource);
    expect(await readSource(path('large.md'), limit)).toEqual({
      path: 'large.md',
      reason: 'too-large',
      detail: '5242881',
      limit: 5242880,
    });
  });

  test("a size limit of one's own, and how it is told", async () => {
    expect(await readSource(at('a.md'), host, { largest: 1 })).toHaveProperty('text', 'a');
    const refused = await readSource(at('a.md'), host, { largest: 0 });
    expect(refused).toEqual({ path: 'a.md', reason: 'too-large', detail: '1', limit: 0 });
    const told = (limit: number) => messagesFor('en').unreadable({ reason: 'too-large', detail: '9', limit });
    expect(told(largestSource)).toContain('File has 9 bytes, which is too large for a guide (5 MB at most);');
    expect(told(1500)).toContain('(1500 bytes at most)');
  });

  test('every reason has a sentence in both languages', () => {
    const shiftJisFile = { reason: 'encoding', detail: 'Shift_JIS', offset: 2 } as const;
    expect(messagesFor('en').unreadable(shiftJisFile)).toBe(
      'Expected UTF-8, found Shift_JIS (byte 2); save the file as UTF-8',
    );
    expect(messagesFor('ja').unreadable(shiftJisFile)).toBe(
      'UTF-8ではありません。Shift_JISのようです（位置2のバイト）。UTF-8で保存し直してください',
    );
    expect(messagesFor('ja').unreadable({ reason: 'not-a-file', detail: 'pipe' })).toBe('ファイルではなく、パイプです');
  });
});

describe('writing atomically', () => {
  test('replaces the content, keeps links and permissions, leaves nothing else', async () => {
    const host = testHost({ files: { 'a.md': 'old' } });
    chmodSync(join(host.cwd, 'a.md'), 0o640);
    symlinkSync('a.md', join(host.cwd, 'link.md'));
    await host.files.writeFileAtomically(join(host.cwd, 'link.md'), '新しい');
    await host.files.writeFileAtomically(join(host.cwd, 'b.md'), bytes(0x62));
    expect(readdirSync(host.cwd).sort()).toEqual(['a.md', 'b.md', 'link.md']);
    expect(readFileSync(join(host.cwd, 'a.md'), 'utf8')).toBe('新しい');
    expect(statSync(join(host.cwd, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(host.cwd, 'b.md'), 'utf8')).toBe('b');
  });

  test('fails on a folder and in a missing folder, and leaves no draft', async () => {
    const host = testHost({ files: { 'folder/a.md': '' } });
    await expect(host.files.writeFileAtomically(join(host.cwd, 'folder'), 'x')).rejects.toThrow('EISDIR');
    await expect(host.files.writeFileAtomically(join(host.cwd, 'none/a.md'), 'x')).rejects.toThrow('ENOENT');
    expect(readdirSync(host.cwd)).toEqual(['folder']);
  });

  test('a write that fails half-way leaves the old content and no draft', async () => {
    const host = testHost({ files: { 'a.md': 'old' } });
    const unwritable = 5 as unknown as string;
    await expect(host.files.writeFileAtomically(join(host.cwd, 'a.md'), unwritable)).rejects.toThrow(TypeError);
    expect(readdirSync(host.cwd)).toEqual(['a.md']);
    expect(readFileSync(join(host.cwd, 'a.md'), 'utf8')).toBe('old');
  });

  test('writes through to a device', async () => {
    const host = testHost();
    await host.files.writeFileAtomically('/dev/null', 'x');
    expect((await host.files.stat('/dev/null')).kind).toBe('device');
  });
});
