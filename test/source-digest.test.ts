import { expect, test } from 'vitest';
import { decodeSource } from '../src/find/decode-source.ts';
import { digestOf } from '../src/find/source-digest.ts';

function digest(text: string, takesDigest: boolean): string {
  const source = decodeSource('guides/keeper.md', Buffer.from(text), takesDigest);
  if ('reason' in source) throw new Error(source.reason);
  return digestOf(source);
}

test.each([
  ['line feeds', '# 灯台守\n\n海を照らす🌊\n'],
  ['carriage returns and line feeds', '# Keeper\r\n\r\nLights the sea.\r\n'],
  ['carriage returns alone', '# Keeper\r\rLights the sea.\r'],
  ['a byte order mark', '\uFEFF# 灯台守\n'],
  ['a byte order mark and carriage returns', '\uFEFF# 灯台守\r\r海を照らす\r'],
  ['nothing', ''],
])('the digest of a text with %s is that of its bytes', (_name, text) => {
  expect(digest(text, false)).toBe(digest(text, true));
});

test('another text has another digest', () => {
  expect(digest('# 灯台守\n', false)).not.toBe(digest('# 灯台守\r', false));
});
