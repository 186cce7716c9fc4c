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
  const best: number[][] = Array.from({ length: first.length + 1 }, () =>
    Array.from({ length: second.length + 1 }, () => 0),
  );
  const score = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pair = (i: number, j: number): number => {
    const [a, b] = [first[i], second[j]];
    return a === undefined || b === undefined ? 0 : likeness(a, b);
  };
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = Math.max(score(i + 1, j), score(i, j + 1), score(i + 1, j + 1) + pair(i, j));
    }
  }
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
