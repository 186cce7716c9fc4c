import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const pieceSize = 256 * 1024;

/** Compares two files piece by piece: they may be larger than memory. */
export function isSameContent(path: string, other: string): boolean {
  const [one, two] = [openSync(path, 'r'), openSync(other, 'r')];
  try {
    if (fstatSync(one).size !== fstatSync(two).size) return false;
    const [a, b] = [Buffer.allocUnsafe(pieceSize), Buffer.allocUnsafe(pieceSize)];
    for (;;) {
      const count = readSync(one, a, 0, pieceSize, null);
      if (readSync(two, b, 0, pieceSize, null) !== count) return false;
      if (count === 0) return true;
      if (a.compare(b, 0, count, 0, count) !== 0) return false;
    }
  } finally {
    closeSync(one);
    closeSync(two);
  }
}
