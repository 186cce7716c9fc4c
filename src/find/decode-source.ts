import { isUtf8 } from 'node:buffer';
import type { SourceFile } from '../model.ts';
import { guessEncoding } from './guess-encoding.ts';
import type { UnreadableFile } from './read-source.ts';
import { takeDigest } from './source-digest.ts';
import { textOfUtf8 } from './text-of-utf8.ts';

const escapeByte = 0x1b;

/**
 * The text of a file from its bytes: UTF-8 with or without BOM, or what is wrong with them. `takesDigest` where `digestOf`
 * will be asked about it.
 */
export function decodeSource(path: string, bytes: Uint8Array, takesDigest = false): SourceFile | UnreadableFile {
  const fault = isUtf8(bytes) && !bytes.includes(0) && !bytes.includes(escapeByte) ? undefined : encodingFault(bytes);
  if (fault) return { path, ...fault };
  const source = sourceOf(path, textOfUtf8(bytes));
  if (takesDigest) takeDigest(source, bytes);
  return source;
}

/** A file with this text, its byte order mark included. */
export function sourceOf(path: string, full: string): SourceFile {
  const bom = full.startsWith('\uFEFF');
  const text = bom ? full.slice(1) : full;
  if (!text.includes('\r') || text.includes('\n')) return { path, text, bom };
  return { path, text: text.replaceAll('\r', '\n'), bom, cr: true };
}

function encodingFault(bytes: Uint8Array): Omit<UnreadableFile, 'path'> | undefined {
  const firstNul = bytes.indexOf(0);
  const badByte = firstBadByte(bytes);
  const encoding = guessEncoding(bytes, badByte);
  if (encoding.startsWith('UTF-16') || encoding.startsWith('UTF-32') || encoding === 'ISO-2022-JP') {
    const firstEscape = encoding === 'ISO-2022-JP' ? bytes.indexOf(escapeByte) : -1;
    const offset = Math.min(...[badByte ?? -1, firstNul, firstEscape].filter((at) => at >= 0));
    return { reason: 'encoding', detail: encoding, offset };
  }
  if (firstNul !== -1) return { reason: 'binary', detail: 'NUL', offset: firstNul };
  return badByte === undefined ? undefined : { reason: 'encoding', detail: encoding, offset: badByte };
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
