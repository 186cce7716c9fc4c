import type { Span } from './figures.ts';

/** A scale from zero: where it ends, and its marks from 0 to the end. */
export interface Scale {
  readonly end: number;
  readonly ticks: readonly number[];
}

/** The scale for these spans: at most three round steps, as tight as they allow, with room behind a span that is open. */
export function scaleFor(spans: readonly Span[]): Scale {
  const highest = Math.max(
    ...spans.map(({ min, max, isOpen }) => (max ?? min ?? 0) * (isOpen || max === null ? 1.12 : 1)),
    0,
  );
  if (highest === 0) return { end: 1, ticks: [0] };
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  const steps = [0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 1, 2, 2.5, 3, 4, 5].map((factor) => factor * magnitude);
  const counted = steps.map((step) => ({ step, count: Math.ceil(highest / step) })).filter(({ count }) => count <= 3);
  const { step, count } = counted.reduce((best, other) =>
    other.step * other.count < best.step * best.count ? other : best,
  );
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** A value's place on the scale in percent, with two decimals at most. */
export function percent(value: number, { end }: Scale): string {
  return `${Math.round((value / end) * 10_000) / 100}%`;
}
