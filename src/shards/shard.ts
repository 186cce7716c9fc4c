import { createHash } from 'node:crypto';

/** One of several parts of a collection; `index` is from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `2/3`; undefined when it is no part of that many. */
export function readShard(text: string): Shard | undefined {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of ? { index, of } : undefined;
}

/** Whether a file belongs to a part; its path alone decides, so that it stays there when others are added. */
export function isInShard(path: string, { index, of }: Shard): boolean {
  return createHash('sha256').update(path.normalize('NFC')).digest().readUInt32BE() % of === index - 1;
}
