/** A heading in the forms it is compared in: emoji, numbers, full-width forms and case gone. */
export interface NormalizedHeading {
  /** The whole heading, then without its bracket, without its subtitle, and what stands in the bracket. */
  readonly forms: readonly string[];
}

const keycap = /[0-9#*]\uFE0F?\u20E3/gu;
const pictures = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}]|\uFE0E|\uFE0F|\u200D|\u20E3/gu;
// Units that a picture may be made of: without one of them there is none.
const pictureUnits =
  /\u200D|\u20E3|\uFE0E|\uFE0F|[\u00A9\u00AE\u203C\u2049\u2122\u2139\u2190-\u2BFF\u3030\u303D\u3297\u3299\uD83C-\uD83F]/;
const numbering = /^(?:[\s#•・*_-]|(?:第\s*)?[0-9]+(?:\.[0-9]+)*\s*[章節]?(?=[\s.):、-])[.):、-]*)+/u;
const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const spaceBesideCjk = new RegExp(`(?<=${cjk}) | (?=${cjk})`, 'gu');
const subtitle = /[:—–]|\? | - /;

/** Guides of one kind share most of their headings, and each is compared many times. */
const known = new Map<string, NormalizedHeading>();
const mostKnown = 10_000;
/** Longer ones are seldom met twice. Unit: UTF-16 units. */
const longestKnown = 200;

/** Brings a heading, label or column header into its comparable forms. */
export function normalizeHeading(text: string): NormalizedHeading {
  const before = known.get(text);
  if (before) return before;
  const normalized = formsOf(text);
  if (text.length > longestKnown) return normalized;
  if (known.size >= mostKnown) known.clear();
  known.set(text, normalized);
  return normalized;
}

function formsOf(text: string): NormalizedHeading {
  const whole = clean(text);
  const bare = withoutBrackets(whole);
  const colon = whole.search(subtitle);
  const main = colon < 0 ? whole : whole.slice(0, colon).trimEnd();
  const forms: string[] = [];
  addForm(forms, withoutTrail(joined(whole)));
  if (bare !== whole) addForm(forms, withoutTrail(joined(bare)));
  if (main !== whole) {
    addForm(forms, withoutTrail(joined(main)));
    addForm(forms, withoutTrail(joined(withoutBrackets(main))));
  }
  addForm(forms, joined(lastBracket(whole)).trim());
  return { forms };
}

function addForm(forms: string[], form: string): void {
  if (form !== '' && !forms.includes(form)) forms.push(form);
}

function clean(text: string): string {
  const whole = (text.includes('\u20E3') ? text.replaceAll(keycap, ' ') : text).normalize('NFKC');
  return (pictureUnits.test(whole) ? whole.replaceAll(pictures, ' ') : whole)
    .replace(numbering, '')
    .toLowerCase()
    .replaceAll('〜', '~')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Japanese and Chinese letters with no space beside them. */
function joined(form: string): string {
  return form.includes(' ') ? form.replaceAll(spaceBesideCjk, '') : form;
}

function withoutTrail(form: string): string {
  let end = form.length;
  while (end > 0 && ' ?!.。、:'.includes(form.charAt(end - 1))) end--;
  return form.slice(0, end);
}

/** The heading without the brackets that it ends in. */
function withoutBrackets(heading: string): string {
  let start = heading.length;
  for (let close = start - 1; isOneOf(')]】」', heading, close); ) {
    const before = lastIndexOfAny(')]】」', heading, close - 1);
    const open = indexOfAny('([【「', heading, before + 1, close);
    if (open < 0) break;
    start = open;
    if (before < 0 || heading.slice(before + 1, open).trim() !== '') break;
    close = before;
  }
  return start === heading.length ? heading : heading.slice(0, start).trimEnd();
}

/** What stands in the bracket that a heading ends in. */
function lastBracket(heading: string): string {
  const close = heading.length - 1;
  if (!isOneOf(')]】', heading, close)) return '';
  const open = indexOfAny('([【', heading, lastIndexOfAny(')]】', heading, close - 1) + 1, close);
  return open < 0 ? '' : heading.slice(open + 1, close);
}

function isOneOf(signs: string, text: string, at: number): boolean {
  return at >= 0 && signs.includes(text.charAt(at));
}

function indexOfAny(signs: string, text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (signs.includes(text.charAt(at))) return at;
  return -1;
}

function lastIndexOfAny(signs: string, text: string, from: number): number {
  let at = from;
  while (at >= 0 && !signs.includes(text.charAt(at))) at--;
  return at;
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
