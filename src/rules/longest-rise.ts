/** What may stay where it is when the rest is put in order: the longest run that rises already, gaps allowed. */
export function longestRise<Item extends { readonly order: number }>(items: readonly Item[]): ReadonlySet<Item> {
  const best: { readonly length: number; readonly before: number }[] = [];
  let last = -1;
  for (const [index, { order }] of items.entries()) {
    let before = -1;
    for (const [other, { length }] of best.entries()) {
      if ((items[other]?.order ?? order) < order && length > (best[before]?.length ?? 0)) before = other;
    }
    best.push({ length: (best[before]?.length ?? 0) + 1, before });
    if ((best[index]?.length ?? 0) > (best[last]?.length ?? 0)) last = index;
  }
  const rise = new Set<Item>();
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
    const item = items[at];
    if (item) rise.add(item);
  }
  return rise;
}
