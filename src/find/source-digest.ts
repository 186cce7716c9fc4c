import { createHash } from 'node:crypto';
import type { SourceFile } from '../model.ts';

const known = new WeakMap<SourceFile, string>();

/** Tells whether a file still holds the same. */
export function digestOf(source: SourceFile): string {
  const digest = known.get(source) ?? digest64(writtenAs(source));
  known.set(source, digest);
  return digest;
}

/** What the file holds. */
function writtenAs({ text, bom, cr }: SourceFile): string {
  return (bom ? '\uFEFF' : '') + (cr ? text.replaceAll('\n', '\r') : text);
}

/** Takes the digest of a file from its bytes, as long as they are there: that takes half the time. */
export function takeDigest(source: SourceFile, bytes: Uint8Array): void {
  known.set(source, digest64(bytes));
}

function digest64(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
