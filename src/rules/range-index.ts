import type { Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';

/** Ranges that can be asked thousands of times which of them hold another range, or lie in one. */
export class RangeIndex {
  readonly #starts: readonly number[];
  /** The furthest end among the ranges up to each, and the nearest among those from each on. */
  readonly #furthest: readonly number[];
  readonly #nearest: readonly number[];

  constructor(ranges: readonly Range[]) {
    const sorted = ranges.toSorted((a, b) => a.start - b.start);
    this.#starts = sorted.map(({ start }) => start);
    let furthest = Number.NEGATIVE_INFINITY;
    this.#furthest = sorted.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
    let nearest = Number.POSITIVE_INFINITY;
    this.#nearest = sorted
      .toReversed()
      .map(({ end }) => {
        nearest = Math.min(nearest, end);
        return nearest;
      })
      .reverse();
  }

  /** Whether one of the ranges holds this one. */
  contains({ start, end }: Range): boolean {
    const after = this.#firstFrom(start + 1);
    return after > 0 && (this.#furthest[after - 1] ?? start) >= end;
  }

  /** Whether one of the ranges lies in this one. */
  hasIn({ start, end }: Range): boolean {
    return (this.#nearest[this.#firstFrom(start)] ?? Number.POSITIVE_INFINITY) <= end;
  }

  /** Index of the first range that starts at or after an offset. */
  #firstFrom(offset: number): number {
    return partitionPoint(this.#starts, (start) => start < offset);
  }
}
