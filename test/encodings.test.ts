import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { decodeSource } from '../src/find/decode-source.ts';
import { goodRecipe, recipeConfig } from './recipe-project.ts';
import { seededRandom } from './seeded-random.ts';
import { type TestHost, testHost } from './test-host.ts';

const broken = `${goodRecipe('soup')}\nこの鍋は**「強い」**と言われます。\n`;
const mended = `${goodRecipe('soup')}\nこの鍋は「**強い**」と言われます。\n`;

const joined = (...parts: (string | number | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))));
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const bytes = (text: string): number => Buffer.byteLength(text);

async function fix(
  content: Uint8Array,
): Promise<{ code: number; after: Buffer; messages: { ruleId: string; message: string }[]; host: TestHost }> {
  const host = testHost({ files: recipeConfig });
  writeFileSync(join(host.cwd, 'soup.md'), content);
  const code = await main(['lint', 'soup.md', '--fix', '--locale', 'en', '--format', 'json'], host);
  const [report] = JSON.parse(host.output.stdout);
  return { code, after: readFileSync(join(host.cwd, 'soup.md')), messages: report.messages, host };
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const cr = (text: string): string => text.replaceAll('\n', '\r');
/** The first half of the lines end in CRLF, the others in LF. */
function mixed(text: string): string {
  const middle = text.indexOf('\n## ') + 1;
  return crlf(text.slice(0, middle)) + text.slice(middle);
}

const texts: readonly [name: string, form: (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', crlf],
  ['CR', cr],
  ['mixed line ends', mixed],
  ['no line end at the end', (text) => text.trimEnd()],
];

test.each(
  texts.flatMap(([name, form]) => [
    [name, form] as const,
    [`${name}, after a byte order mark`, (text: string) => `\ufeff${form(text)}`] as const,
  ]),
)('UTF-8 with %s is mended, and keeps all other bytes', async (_name, form) => {
  const { code, after, messages } = await fix(Buffer.from(form(broken)));
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([]);
  expect(after.toString()).toBe(form(mended));
  expect(code).toBe(0);
});

/** 「# 薬剤師の仕事」 and more, in the encodings of old. */
const shiftJis = Buffer.from('232096f28dcc8e7482cc8e648e960a82b182cc8e648e9682f090e096be82b582dc82b781420a', 'hex');
const eucJp = Buffer.from('2320ccf4bad5bbd5a4cebbc5bbf60aa4b3a4cebbc5bbf6a4f2c0e2cccaa4b7a4dea4b9a1a30a', 'hex');
const iso2022 = joined('# ', Buffer.from('1b24424c743a5e3b55244e3b453b761b2842', 'hex'), '\n');
const head = '# 味噌汁\n';

interface Unreadable {
  readonly name: string;
  readonly content: Buffer;
  /** What the message calls it. */
  readonly found: string;
  /** The byte at fault. */
  readonly offset: number;
}

const unreadable: readonly Unreadable[] = [
  { name: 'UTF-16, little end first, marked', content: utf16(`\ufeff${broken}`), found: 'UTF-16', offset: 0 },
  { name: 'UTF-16, big end first, marked', content: swapped(`\ufeff${broken}`), found: 'UTF-16', offset: 0 },
  { name: 'UTF-16, little end first', content: utf16('# Soup\n\nBoil it.\n'), found: 'UTF-16', offset: 1 },
  { name: 'UTF-16, big end first', content: swapped('# Soup\n\nBoil it.\n'), found: 'UTF-16', offset: 0 },
  { name: 'UTF-16 of Japanese, little end first', content: utf16('# 味噌汁\n\n煮る。\n'), found: 'UTF-16', offset: 1 },
  { name: 'UTF-16 of Japanese, big end first', content: swapped('# 味噌汁\n\n煮る。\n'), found: 'UTF-16', offset: 0 },
  { name: 'UTF-16 of nothing but its mark', content: utf16('\ufeff'), found: 'UTF-16', offset: 0 },
  { name: 'UTF-32, marked', content: joined(0xff, 0xfe, 0, 0, 0x23, 0, 0, 0), found: 'UTF-32', offset: 0 },
  {
    name: 'UTF-32, big end first, marked',
    content: joined(0, 0, 0xfe, 0xff, 0, 0, 0, 0x23),
    found: 'UTF-32',
    offset: 0,
  },
  { name: 'Shift_JIS', content: shiftJis, found: 'Shift_JIS', offset: 2 },
  { name: 'Shift_JIS far down', content: joined('x\n'.repeat(50_000), shiftJis), found: 'Shift_JIS', offset: 100_002 },
  { name: 'EUC-JP', content: eucJp, found: 'EUC-JP', offset: 2 },
  { name: 'ISO-2022-JP', content: iso2022, found: 'ISO-2022-JP', offset: 2 },
  { name: 'Latin-1', content: joined('# Caf', 0xe9, ' au lait\n'), found: 'unknown encoding', offset: 5 },
  { name: 'NUL at the start', content: joined(0, head), found: 'NUL', offset: 0 },
  { name: 'NUL in the middle', content: joined(head, 'a', 0, 'b\n'), found: 'NUL', offset: bytes(head) + 1 },
  { name: 'NUL at the end', content: joined(head, 0), found: 'NUL', offset: bytes(head) },
  {
    name: 'NUL behind a byte order mark',
    content: joined('\ufeff', head, 0, 'a'),
    found: 'NUL',
    offset: bytes(head) + 3,
  },
  ...(
    [
      ['a character cut off after one byte', [0xe5]],
      ['a character cut off after two bytes', [0xe5, 0x91]],
      ['an emoji cut off', [0xf0, 0x9f, 0x8d]],
      ['a byte that continues nothing', [0x80]],
      ['an overlong slash', [0xc0, 0xaf]],
      ['an overlong slash of three bytes', [0xe0, 0x80, 0xaf]],
      ['an overlong NUL', [0xc0, 0x80]],
      ['half of a surrogate pair', [0xed, 0xa0, 0xbd]],
      ['a surrogate pair', [0xed, 0xa0, 0xbd, 0xed, 0xb2, 0xa9]],
      ['a character beyond the last one', [0xf4, 0x90, 0x80, 0x80]],
      ['a byte that never occurs', [0xff]],
      ['the start of five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ] as const
  ).flatMap(([name, wrong]) => [
    {
      name: `${name}, in the middle`,
      content: joined(head, Buffer.from(wrong), '煮る。\n'),
      found: 'damaged',
      offset: bytes(head),
    },
    {
      name: `${name}, at the very end`,
      content: joined(head, Buffer.from(wrong)),
      found: 'damaged',
      offset: bytes(head),
    },
  ]),
  {
    name: 'a bad byte after replacement characters that are meant',
    content: joined('\ufeff味\ufffd\ufffd', 0xff, '噌\n'),
    found: 'damaged',
    offset: 12,
  },
];

test.each(unreadable)('$name is reported with its place, and not written', async ({ content, found, offset }) => {
  const { code, after, messages } = await fix(content);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ ruleId: 'file-readable', line: 1, column: 1 });
  expect(messages[0]?.message).toContain(found);
  expect(/byte (\d+)/.exec(messages[0]?.message.replace('a NUL byte at', '') ?? '')?.[1]).toBe(String(offset));
  expect(after.equals(content)).toBe(true);
  expect(code).toBe(1);
});

test.each(unreadable)('$name is refused by export and by import', async ({ content, found }) => {
  const host = testHost({
    files: { ...recipeConfig, 'good.md': goodRecipe('good'), 'soup.md': content, 'all.json': content },
  });
  expect(await main(['export', '.', '--locale', 'en'], host)).toBe(1);
  expect(JSON.parse(host.output.stdout)).toHaveLength(1);
  expect(host.output.stderr).toContain('soup.md:1:1: not exported');
  host.output.stderr = '';
  expect(await main(['import', 'all.json', '--out', 'back', '--locale', 'en'], host)).toBe(2);
  expect(host.output.stderr).toContain(found);
});

test('what is decoded is what the platform decodes, and the rest is found at the same byte', () => {
  const random = seededRandom(8);
  const hard = [0xc0, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbb, 0xbd, 0xbf, 0x41, 0x0a];
  let decoded = 0;
  for (let count = 0; count < 50_000; count += 1) {
    const content = Buffer.from(
      Array.from({ length: 1 + Math.floor(random() * 10) }, () =>
        random() < 0.8 ? (hard[Math.floor(random() * hard.length)] ?? 0) : Math.floor(random() * 255) + 1,
      ),
    );
    const source = decodeSource('a.md', content);
    if ('reason' in source) {
      if (source.reason === 'encoding' && source.detail !== 'ISO-2022-JP') {
        // All before it is sound.
        const before = content.subarray(0, source.offset);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(before)).not.toThrow();
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(content)).toThrow();
      }
      continue;
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    expect(source.cr ? source.text.replaceAll('\n', '\r') : source.text).toBe(text);
    decoded += 1;
  }
  expect(decoded).toBeGreaterThan(1000);
});
