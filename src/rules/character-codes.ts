interface Known {
  readonly text: string;
  readonly codes: Uint16Array;
}

/** The text that was asked for last: rules read one guide after the other. */
let latest: Known | undefined;

/** The UTF-16 units of a text, which loops read faster than its characters. */
export function codesOf(text: string): Uint16Array {
  if (latest?.text !== text) latest = { text, codes: readCodes(text) };
  return latest.codes;
}

/** The text that consists of these units. */
export function textOfCodes(codes: Uint16Array): string {
  const bytes = Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength);
  const text = isBigEndian ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('utf16le');
  latest = { text, codes };
  return text;
}

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

function readCodes(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  if (isBigEndian) bytes.swap16();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}
