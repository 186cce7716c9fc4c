/** The candidate that was most likely meant: one that ends in the name as a whole part, else the fewest typing slips away. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const whole = candidates.find((candidate) => candidate.toLowerCase().endsWith(`.${wanted}`));
  if (whole !== undefined) return whole;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const lastPart = candidate.slice(candidate.lastIndexOf('.') + 1);
    const slips = Math.min(editDistance(wanted, candidate.toLowerCase()), editDistance(wanted, lastPart.toLowerCase()));
    if (slips < fewest) [nearest, fewest] = [candidate, slips];
  }
  return nearest;
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
