/** Random numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** A whole number from 0 to below the limit. */
export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** One of them. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** True once in so many times. */
export function oneIn(times: number, random: Random): boolean {
  return random() * times < 1;
}
