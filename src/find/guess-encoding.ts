/** What a text that is not plain UTF-8 seems to be; `UTF-8` is damaged UTF-8. */
export type EncodingGuess =
  | 'UTF-8'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'UTF-32LE'
  | 'UTF-32BE'
  | 'Shift_JIS'
  | 'EUC-JP'
  | 'ISO-2022-JP'
  | 'unknown';

/** Enough to tell encodings apart. */
const sampleSize = 64 * 1024;

/** Guesses an encoding for people to act on; nothing is decoded with it. `badByte` is the first that UTF-8 lacks. */
export function guessEncoding(bytes: Uint8Array, badByte: number | undefined): EncodingGuess {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.subarray(0, sampleSize);
  if (sample.includes(0)) return unmarkedUtf16(sample);
  const latin1 = Buffer.from(sample).toString('latin1');
  if (latin1.includes('\u001b$B') || latin1.includes('\u001b$@')) return 'ISO-2022-JP';
  // Legacy bytes hardly ever form a three-byte character by chance: what begins as UTF-8 is damaged UTF-8.
  if (badByte === undefined || bytes.subarray(0, badByte).some((byte) => byte >= 0xe3)) return 'UTF-8';
  return japaneseEncoding(bytes.subarray(badByte, badByte + sampleSize));
}

function markedEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'UTF-32BE' : undefined;
}

/** Without a BOM, the spaces and line ends of UTF-16 give it away: their zeros stand on one side only. */
function unmarkedUtf16(sample: Uint8Array): EncodingGuess {
  const zeros = { even: 0, odd: 0 };
  const isBlank = (byte: number | undefined) => byte === 0x0a || byte === 0x20;
  let blanks = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    const even = sample[index];
    const odd = sample[index + 1];
    if (even === 0) zeros.even++;
    if (odd === 0) zeros.odd++;
    if ((even === 0 && isBlank(odd)) || (odd === 0 && isBlank(even))) blanks++;
  }
  if (sample.length % 2 !== 0 || blanks === 0) return 'unknown';
  if (zeros.even === 0) return 'UTF-16LE';
  return zeros.odd === 0 ? 'UTF-16BE' : 'unknown';
}

function japaneseEncoding(sample: Uint8Array): EncodingGuess {
  const shiftJis = japaneseScore(sample, 'shift_jis');
  const eucJp = japaneseScore(sample, 'euc-jp');
  if (Math.max(shiftJis, eucJp) <= 0) return 'unknown';
  return shiftJis >= eucJp ? 'Shift_JIS' : 'EUC-JP';
}

/** High when a decoding reads as Japanese; the wrong one gives half-width katakana and undecodable bytes. */
function japaneseScore(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/[\u3041-\u30ff\u3001\u3002]/g) +
    count(/\p{Script=Han}/gu) / 4 -
    4 * count(/\ufffd/g) -
    count(/[\uff61-\uff9f]/g)
  );
}
