/** A heading in the forms it is compared in: emoji, numbers, full-width forms and case gone. */
export interface NormalizedHeading {
  /** The whole heading, then without its bracket, without its subtitle, and what stands in the bracket. */
  readonly forms: readonly string[];
}

const keycap = /[0-9#*]\uFE0F?\u20E3/gu;
const pictures = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}]|\uFE0E|\uFE0F|\u200D|\u20E3/gu;
const numbering = /^(?:[\s#•・*_-]|(?:第\s*)?[0-9]+(?:\.[0-9]+)*\s*[章節]?(?=[\s.):、-])[.):、-]*)+/u;
const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const spaceBesideCjk = new RegExp(`(?<=${cjk})\\s+|\\s+(?=${cjk})`, 'gu');
const trailing = /[\s?!.。、:]+$/u;
const bracket = /(?:\s*[([【「][^)\]】」]*[)\]】」])+\s*$/u;
const subtitle = /\s*(?:[:—–]|\?\s|\s-\s).*$/u;

/** Guides of one kind share most of their headings, and each is compared many times. */
const known = new Map<string, NormalizedHeading>();
const mostKnown = 10_000;

/** Brings a heading, label or column header into its comparable forms. */
export function normalizeHeading(text: string): NormalizedHeading {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const normalized = formsOf(text);
  known.set(text, normalized);
  return normalized;
}

function formsOf(text: string): NormalizedHeading {
  const whole = clean(text.replaceAll(keycap, ' '));
  const forms = new Set<string>();
  for (const form of [
    whole,
    whole.replace(bracket, ''),
    whole.replace(subtitle, ''),
    whole.replace(subtitle, '').replace(bracket, ''),
  ]) {
    forms.add(form.replaceAll(spaceBesideCjk, '').replace(trailing, ''));
  }
  const inner = /[([【](?<inner>[^)\]】]+)[)\]】]\s*$/u.exec(whole)?.groups?.inner;
  if (inner) forms.add(inner.replaceAll(spaceBesideCjk, '').trim());
  forms.delete('');
  return { forms: [...forms] };
}

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(pictures, ' ')
    .replace(numbering, '')
    .toLowerCase()
    .replaceAll('〜', '~')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** How well a heading answers to a name; 0 is not at all. */
export type MatchKind = 'equal' | 'edge' | 'within' | 'none';

export interface NameMatch {
  readonly kind: MatchKind;
  /** Higher is better; comparable within one kind and across kinds. */
  readonly score: number;
}

const none: NameMatch = { kind: 'none', score: 0 };

/**
 * Compares a heading with one name. `equal`: one of its forms is the name. `edge`: it begins or ends with the name, as
 * `… になるための学習方法` does with `学習方法`. `within`: the name stands somewhere inside, as a word.
 */
export function matchName(heading: NormalizedHeading, name: NormalizedHeading): NameMatch {
  let best = none;
  for (const wanted of name.forms) {
    for (const [index, form] of heading.forms.entries()) {
      const match = matchForm(form, wanted);
      const score = match.score - index;
      if (match.kind !== 'none' && score > best.score) best = { kind: match.kind, score };
    }
  }
  return best;
}

function matchForm(form: string, wanted: string): NameMatch {
  if (form === wanted) return { kind: 'equal', score: 10_000 + wanted.length * 10 };
  if (form.length <= wanted.length || wanted.length < 2) return none;
  const at = form.lastIndexOf(wanted);
  if (at < 0 || !isWordAt(form, wanted, at)) return none;
  const atEdge = form.startsWith(wanted) || form.endsWith(wanted);
  return { kind: atEdge ? 'edge' : 'within', score: (atEdge ? 5_000 : 1_000) + wanted.length * 10 };
}

const wordCharacter = /[\p{Script=Latin}\p{Number}]/u;

/** True when a name that stands in a text is not a piece of a longer Latin word or number there. */
export function isWordAt(text: string, word: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + word.length] ?? ' ';
  const first = word[0] ?? ' ';
  const last = word.at(-1) ?? ' ';
  return (
    !(wordCharacter.test(first) && wordCharacter.test(before)) &&
    !(wordCharacter.test(last) && wordCharacter.test(after))
  );
}
