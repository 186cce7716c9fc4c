/** A beginning or end that headings of many guides share, such as `協業スタイル` of `CISOの協業スタイル`. */
export interface SharedEdge {
  readonly edge: string;
  /** Indexes of the headings. */
  readonly members: readonly number[];
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const joiner = /^(?:に(?:なる|なり|する)?ための|における|に関する|[のにがをはへでと、])+/u;

/** The edges that enough guides share, the most frequent and then the longest first; each heading serves one. */
export function sharedEdges(
  headings: readonly { readonly guide: number; readonly form: string }[],
  leastCount: number,
): SharedEdge[] {
  const found: SharedEdge[] = [];
  let free = headings.map((_, index) => index);
  for (;;) {
    const best = bestEdge(
      free.map((index) => ({ index, guide: headings[index]?.guide ?? 0, form: headings[index]?.form ?? '' })),
      leastCount,
    );
    if (!best) return found;
    found.push(best);
    const taken = new Set(best.members);
    free = free.filter((index) => !taken.has(index));
  }
}

function bestEdge(
  headings: readonly { readonly index: number; readonly guide: number; readonly form: string }[],
  leastCount: number,
): SharedEdge | undefined {
  const members = new Map<string, { guides: Set<number>; indexes: number[] }>();
  for (const { index, guide, form } of headings) {
    for (const edge of new Set(edgesOf(form))) {
      const entry = members.get(edge) ?? { guides: new Set(), indexes: [] };
      entry.guides.add(guide);
      entry.indexes.push(index);
      members.set(edge, entry);
    }
  }
  let best: { edge: string; guides: number; indexes: number[] } | undefined;
  for (const [edge, { guides, indexes }] of members) {
    if (guides.size < leastCount || indexes.length > guides.size * 1.5) continue;
    if (!best || guides.size > best.guides || (guides.size === best.guides && edge.length > best.edge.length))
      best = { edge, guides: guides.size, indexes };
  }
  return best && { edge: best.edge, members: best.indexes };
}

/** Ends and beginnings that may be a name of their own: four letters of Japanese, or two words. */
function edgesOf(form: string): string[] {
  if (form.length > 80) return [];
  if (!cjk.test(form)) {
    const words = form.split(' ');
    const cuts = words.map((_, index) => index).filter((index) => index > 0);
    const edges = cuts.flatMap((index) => [words.slice(index), words.slice(0, index)]);
    return edges.filter((edge) => edge.length > 1 && edge.join('').length > 7).map((edge) => edge.join(' '));
  }
  const letters = [...form];
  const ends = letters.map((_, index) => letters.slice(index).join('').replace(joiner, ''));
  const starts = letters.map((_, index) => letters.slice(0, index).join(''));
  return [...ends, ...starts].filter((edge) => [...edge].length > 3 && edge !== form && cjk.test(edge));
}
