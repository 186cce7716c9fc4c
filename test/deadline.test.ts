import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { DeadlineError, eachWithDeadline, lazily, withDeadline } from '../src/deadline.ts';

const forEver = (): never => {
  for (;;);
};

describe('work that takes too long is stopped', () => {
  test.each([
    ['a loop', forEver],
    ['a regular expression', () => /^(a+)+$/.test(`${'a'.repeat(60)}b`)],
    [
      'a loop that catches errors',
      () => {
        for (;;) {
          try {
            forEver();
          } catch {}
        }
      },
    ],
    ['a sort', () => Array.from({ length: 3e6 }, (_, index) => (index * 7919) % 1000).sort(() => Math.random() - 0.5)],
  ] satisfies [string, () => unknown][])('%s', (_name, work: () => unknown) => {
    const start = performance.now();
    expect(() => withDeadline(200, work)).toThrow(DeadlineError);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('work in time returns its result, and throws its own errors', () => {
  expect(withDeadline(1000, () => 'done')).toBe('done');
  expect(() =>
    withDeadline(1000, () => {
      throw new RangeError('too far');
    }),
  ).toThrow(RangeError);
  expect(withDeadline(Number.POSITIVE_INFINITY, () => 'no hurry')).toBe('no hurry');
});

test('one item that takes too long leaves the others their results', () => {
  const outcomes = eachWithDeadline([1, 2, 0, 3, 0, 4], 200, (item) => (item === 0 ? forEver() : item * 10));
  expect(outcomes.map((outcome) => (outcome instanceof DeadlineError ? 'late' : outcome))).toEqual([
    10,
    20,
    'late',
    30,
    'late',
    40,
  ]);
});

test('items that are slow together, each in time, all have results', () => {
  const busy = (milliseconds: number): number => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    return milliseconds;
  };
  expect(eachWithDeadline([300, 300, 300], 700, busy)).toEqual([300, 300, 300]);
});

test('what is loaded lazily is not loaded by timed work, which could be stopped half way', () => {
  const log: string[] = [];
  const words = lazily(() => {
    log.push('load');
    const end = performance.now() + 300;
    while (performance.now() < end);
    return ['soup', 'tea'];
  });
  const outcome = eachWithDeadline([0, 1], 200, (index) => {
    log.push(`work ${index}`);
    return words()[index];
  });
  expect(outcome).toEqual(['soup', 'tea']);
  expect(log).toEqual(['work 0', 'load', 'work 0', 'work 1']);
});

test('what work has made does not outlive a quick collection once nobody holds it', () => {
  setFlagsFromString('--expose-gc');
  const collect: (options?: { type: 'minor' }) => void = runInNewContext('gc');
  const oldBytes = (): number =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? Number.NaN;
  const guide = () => Array.from({ length: 5000 }, (_, line) => ({ line }));
  const grownBy = (work: () => unknown): number => {
    collect();
    const before = oldBytes();
    for (let round = 0; round < 40; round++) {
      work();
      collect({ type: 'minor' });
      collect({ type: 'minor' });
    }
    return oldBytes() - before;
  };
  const timed = grownBy(() => withDeadline(1000, guide));
  // So much it would be if all stayed. Measured last: V8 learns where objects are made that live for long.
  const held: unknown[] = [];
  expect(timed).toBeLessThan(grownBy(() => held.push(guide())) / 10);
});
