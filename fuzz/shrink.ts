const mostAttempts = 400;

/** The shortest text found that is still as wanted, leaving out ever smaller parts of it. */
export async function shrink(text: string, isWanted: (text: string) => Promise<boolean>): Promise<string> {
  let best = text;
  let attempts = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1 && attempts < mostAttempts; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && attempts < mostAttempts; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      attempts += 1;
      if (await isWanted(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
