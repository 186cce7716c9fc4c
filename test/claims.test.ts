import { describe, expect, test } from 'vitest';
import { Claims, trim } from '../src/guide-types/claims.ts';
import type { Range } from '../src/model.ts';
import { seededRandom } from './seeded-random.ts';

/** Three pieces and a bit more: what crosses their borders must not show. */
const length = 3 * 4096 + 100;

/** The same, offset by offset. */
class PlainClaims {
  readonly #claimed = new Uint8Array(length + 1);

  add({ start, end }: Range): void {
    this.#claimed.fill(1, start, Math.max(start, end));
  }

  shareOf({ start, end }: Range): string {
    const [from, to] = start < end ? [start, end] : [Math.max(0, start - 1), start + 1];
    const units = this.#claimed.subarray(from, to);
    if (units.every((unit) => unit === 1)) return 'all';
    return start < end && units.includes(1) ? 'some' : 'none';
  }

  gaps({ start, end }: Range): Range[] {
    const gaps: { start: number; end: number }[] = [];
    for (let at = start; at < end; at++) {
      if (this.#claimed[at] === 1) continue;
      const last = gaps.at(-1);
      if (last?.end === at) last.end = at + 1;
      else gaps.push({ start: at, end: at + 1 });
    }
    return gaps;
  }
}

/** Places near the borders of the pieces come up often, as do empty runs and runs over several pieces. */
function anyRange(random: () => number): Range {
  const place = (): number => {
    const border = Math.floor(random() * 4) * 4096;
    const near = border + Math.floor(random() * 7) - 3;
    return random() < 0.5 ? Math.min(Math.max(near, 0), length - 1) : Math.floor(random() * length);
  };
  const start = place();
  const size = random() < 0.2 ? 0 : Math.floor(random() ** 3 * 6000);
  return { start, end: Math.min(start + size, length - 1) };
}

describe('claims', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('are what they are offset by offset, whatever is claimed (%i)', (seed) => {
    const random = seededRandom(seed);
    const claims = new Claims();
    const plain = new PlainClaims();
    for (let round = 0; round < 40; round++) {
      const range = anyRange(random);
      claims.add(range);
      plain.add(range);
      for (let look = 0; look < 10; look++) {
        const at = anyRange(random);
        expect([at, claims.shareOf(at)]).toEqual([at, plain.shareOf(at)]);
        expect([at, claims.gaps(at)]).toEqual([at, plain.gaps(at)]);
      }
    }
    expect(claims.version).toBe(40);
    expect(claims.gaps({ start: 0, end: length })).toEqual(plain.gaps({ start: 0, end: length }));
  });

  test('an empty run is claimed where both sides of it are', () => {
    const claims = new Claims();
    claims.add({ start: 0, end: 3 });
    claims.add({ start: 4, end: 5 });
    const shares = [0, 1, 2, 3, 4, 5].map((at) => claims.shareOf({ start: at, end: at }));
    expect(shares).toEqual(['all', 'all', 'all', 'none', 'none', 'none']);
  });
});

describe('trim', () => {
  test.each([
    ['  海の灯 \n', 2, 5],
    ['\u3000海\u00A0', 1, 2],
    ['\uFEFF海\u2003', 1, 2],
    ['海', 0, 1],
    ['\t\r\n', 3, 3],
    ['', 0, 0],
    ['\u200B海', 0, 2],
  ])('%j', (text, start, end) => {
    expect(trim(text, { start: 0, end: text.length })).toEqual({ start, end });
  });
});
