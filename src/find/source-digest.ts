import { createHash } from 'node:crypto';
import type { SourceFile } from '../model.ts';

const known = new WeakMap<SourceFile, string>();

/** Tells whether a file still holds the same. */
export function digestOf(source: SourceFile): string {
  const digest = known.get(source) ?? digest64((source.bom ? '\uFEFF' : '') + source.text);
  known.set(source, digest);
  return digest;
}

/** Takes the digest of a file from its bytes, as long as they are there: that takes half the time. */
export function takeDigest(source: SourceFile, bytes: Uint8Array): void {
  known.set(source, digest64(bytes));
}

function digest64(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
