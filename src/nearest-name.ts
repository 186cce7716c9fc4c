import { distance } from 'fastest-levenshtein';

/** The name that was probably meant, if any is near: at most a third of its letters differ, and never all of them. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = written.normalize('NFKC').toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const away = distance(wanted, name.normalize('NFKC').toLowerCase());
    const most = Math.min(Math.max(1, Math.ceil(name.length / 3)), Math.max(wanted.length, name.length) - 1);
    if (away < least && away <= most) {
      best = name;
      least = away;
    }
  }
  return best;
}
