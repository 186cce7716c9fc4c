import { distance } from 'fastest-levenshtein';

/** The name that was probably meant, if any is near: at most a third of its letters differ. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = written.normalize('NFKC').toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const away = distance(wanted, name.normalize('NFKC').toLowerCase());
    if (away < least && away <= Math.max(1, Math.ceil(name.length / 3))) {
      best = name;
      least = away;
    }
  }
  return best;
}
