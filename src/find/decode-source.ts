import type { SourceFile } from '../model.ts';
import { guessEncoding } from './guess-encoding.ts';
import type { UnreadableFile } from './read-source.ts';

/** The text of a file from its bytes: UTF-8 with or without BOM, or what is wrong with them. */
export function decodeSource(path: string, bytes: Uint8Array): SourceFile | UnreadableFile {
  const firstNul = bytes.indexOf(0);
  const badByte = firstBadByte(bytes);
  const encoding = guessEncoding(bytes, badByte);
  if (encoding.startsWith('UTF-16') || encoding.startsWith('UTF-32') || encoding === 'ISO-2022-JP') {
    const offset = badByte ?? (encoding === 'ISO-2022-JP' ? bytes.indexOf(0x1b) : firstNul);
    return { path, reason: 'encoding', detail: encoding, offset };
  }
  if (firstNul !== -1) return { path, reason: 'binary', detail: 'NUL', offset: firstNul };
  if (badByte !== undefined) return { path, reason: 'encoding', detail: encoding, offset: badByte };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom };
}

/** Offset of the first byte that is not UTF-8; the decoder only says that there is one. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isWritten) return offset;
    offset += 3;
    from = at + 1;
  }
  return undefined;
}
