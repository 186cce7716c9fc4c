/**
 * The id of a heading: prefix, then its letters and digits joined by hyphens, Japanese ones included. With `used`, an id
 * that is taken gets `-2`, `-3`, … and the result is noted there.
 */
export function headingId(text: string, prefix: string, used?: Set<string>): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = prefix + (words || 'part');
  let id = base;
  for (let count = 2; used?.has(id); count += 1) id = `${base}-${count}`;
  used?.add(id);
  return id;
}
