/** A bracket that does not pair off; `at` and `partner` count from the start of the text. */
export interface BracketFault {
  readonly kind: 'unclosed' | 'unopened' | 'mixed';
  readonly at: number;
  readonly sign: string;
  /** For `mixed`, the opening bracket of another width. */
  readonly partner?: number;
}

/** Opening bracket → closing one. */
export const brackets: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '「': '」',
  '『': '』',
  '【': '】',
  '〈': '〉',
  '《': '》',
  '〔': '〕',
};

const openers = new Map(Object.entries(brackets).map(([opener, closer]) => [closer, opener]));
const sign = /[()（）[\]［］「」『』【】〈〉《》〔〕]/gu;
const families: readonly string[] = ['(（', '[［'];

/** True for two opening brackets that differ in width at most. */
export function isSameFamily(opener: string, wanted: string): boolean {
  return opener === wanted || families.some((family) => family.includes(opener) && family.includes(wanted));
}

/** Brackets are not nested deeper than that; looking further would take time without end in a text of brackets. */
const deepest = 40;

function nearest(open: readonly { sign: string }[], wanted: string): number {
  for (let depth = open.length - 1; depth >= Math.max(open.length - deepest, 0); depth--) {
    if (isSameFamily(open[depth]?.sign ?? '', wanted)) return depth;
  }
  return -1;
}

/** Pairs off the brackets of a text; those of another width go together, which is a fault of its own. */
export function bracketFaults(text: string): BracketFault[] {
  const faults: BracketFault[] = [];
  const open: { at: number; sign: string }[] = [];
  for (const match of text.matchAll(sign)) {
    const found = { at: match.index, sign: match[0] };
    const wanted = openers.get(found.sign);
    if (wanted === undefined) {
      open.push(found);
      continue;
    }
    const depth = nearest(open, wanted);
    if (depth < 0) {
      faults.push({ kind: 'unopened', ...found });
      continue;
    }
    for (const inner of open.splice(depth + 1)) faults.push({ kind: 'unclosed', ...inner });
    const partner = open.pop();
    if (partner && partner.sign !== wanted) faults.push({ kind: 'mixed', ...found, partner: partner.at });
  }
  for (const left of open) faults.push({ kind: 'unclosed', ...left });
  return faults.sort((a, b) => a.at - b.at);
}
