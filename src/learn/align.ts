/**
 * Pairs two lists in order: one by one where they are of one length, else so that the likeness of the pairs is greatest
 * and what has no counterpart stands alone.
 */
export function align<Value>(
  first: readonly Value[],
  second: readonly Value[],
  likeness: (a: Value, b: Value) => number,
): (readonly [Value | undefined, Value | undefined])[] {
  if (first.length === second.length) return first.map((value, index) => [value, second[index]]);
  const width = second.length + 1;
  const best = new Map<number, number>();
  const score = (i: number, j: number): number => best.get(i * width + j) ?? 0;
  const pair = (i: number, j: number): number => likeness(first[i] as Value, second[j] as Value);
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      best.set(i * width + j, Math.max(score(i + 1, j), score(i, j + 1), score(i + 1, j + 1) + pair(i, j)));
  const pairs: (readonly [Value | undefined, Value | undefined])[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const isPair = i < first.length && j < second.length && score(i, j) === score(i + 1, j + 1) + pair(i, j);
    if (isPair && pair(i, j) > 0) pairs.push([first[i++], second[j++]]);
    else if (j >= second.length || (i < first.length && score(i + 1, j) >= score(i, j + 1)))
      pairs.push([first[i++], undefined]);
    else pairs.push([undefined, second[j++]]);
  }
  return pairs;
}
