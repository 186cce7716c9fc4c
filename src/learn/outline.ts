import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { normalizeHeading } from '../guide-types/normalize-heading.ts';
import { type Part, partOf } from '../guide-types/scope.ts';
import type { Document } from '../model.ts';

/** A heading as it is compared between guides. */
export interface OutlineHeading {
  readonly text: string;
  readonly depth: number;
  /** The heading's index among the parts of its region. */
  readonly index: number;
  /** Its words without the guide's subject, numbering, emoji and subtitle; headings that share one are the same. */
  readonly forms: readonly string[];
  /** How a schema would call it; `fullName` keeps its subtitle, where the guide's subject does not stand in it. */
  readonly name: string;
  readonly fullName: string;
}

/** A guide from which a type is learned. */
export interface Outline {
  readonly document: Document;
  readonly parts: readonly Part[];
  readonly headings: readonly OutlineHeading[];
  /** What the guide is about, as its headings name it: `薬剤師`. */
  readonly subjects: readonly string[];
  readonly isJapanese: boolean;
  readonly keys: ReadonlySet<string>;
}

/** Reads the outline of a document. */
export function outlineOf(document: Document): Outline {
  const parts = document.tree.children.map(partOf);
  const subjects = subjectsOf(document, parts);
  const headings = headingsOf(parts, subjects);
  const letters = headings.map(({ text }) => text).join('');
  return {
    document,
    parts,
    headings,
    subjects,
    isJapanese: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(letters),
    keys: new Set(Object.keys(document.frontMatter?.value ?? {})),
  };
}

/** The headings of a region. */
export function headingsOf(parts: readonly Part[], subjects: readonly string[]): OutlineHeading[] {
  return parts.flatMap(({ node }, index) => (node.type === 'heading' ? [headingOf(node, index, subjects)] : []));
}

function headingOf(node: Heading, index: number, subjects: readonly string[]): OutlineHeading {
  const text = textOf(node);
  const bare = withoutSubject(text, subjects);
  const whole = normalizeHeading(bare).forms[0] ?? '';
  const forms = new Set([whole, ...normalizeHeading(bare.replace(bracket, '')).forms]);
  const telling = [...forms].filter((form) => (form.length > 1 || word.test(form)) && !numbered.test(form));
  const plain = bare.replaceAll(pictures, ' ').trim().replace(numbering, '').replaceAll(/\s+/gu, ' ');
  const name = plain.replace(subtitle, '').replace(endMarks, '') || plain || text.trim();
  // Behind a colon, a particle tells that the subject stood in the middle and has left a gap.
  const isWhole = bare === text || !/[：:—–]\s*[のにがをはへでと]/u.test(plain);
  const fullName = isWhole ? plain : name;
  return {
    text,
    depth: node.depth,
    index,
    forms: telling,
    name,
    fullName: bare === text ? fullName : fullName.replace(endMarks, ''),
  };
}

const endMarks = /[\s?？!！.。]+$/u;

const bracket = /\s*[([（［][^)\]）］]*[)\]）］]\s*$/u;
// `Q1`, `質問2`, `Step 3` number an item and name no section.
const numbered = /^\p{L}{0,8}\s?\d+$/u;
// One letter says nothing, but one character may be a word: `税`.
const word = /^(?![一二三四五六七八九十])\p{Script=Han}$/u;
const leadingBracket = /^\s*[[［【(（][^\]］】)）]*[\]］】)）]\s*/u;

/** The H1 before its colon, and the slug in words. */
function subjectsOf({ frontMatter }: Document, parts: readonly Part[]): string[] {
  const title = parts.find(({ node }) => node.type === 'heading' && node.depth === 1);
  const heading = title === undefined ? '' : textOf(title.node);
  const subject = heading.replace(leadingBracket, '').split(/[:：—|｜]/u)[0] ?? '';
  const slug = String(frontMatter?.value?.slug ?? '').replaceAll(/[_-]/g, ' ');
  const found = [subject, slug].map((words) => words.trim());
  return found.filter((words) => words.length > 1 && words.length <= 60).sort((a, b) => b.length - a.length);
}

// What joins a subject to the rest of its heading.
const joiner = /^(?:に(?:なる|なり|する)?ための|における|に関する|(?!とは)[のにがをはへでと])(?=.)/u;
const article = /\s(?:an?|the|as|for|of)\s*([?？!！]*)$/iu;

function withoutSubject(text: string, subjects: readonly string[]): string {
  for (const subject of subjects) {
    const at = text.toLowerCase().indexOf(subject.toLowerCase());
    if (at < 0) continue;
    const before = text.slice(0, at).trimEnd();
    const after = text.slice(at + subject.length);
    const isLead = !/[\p{L}]/u.test(before);
    const rest = isLead ? `${before} ${after.trimStart().replace(joiner, '')}` : `${before} ${after.trim()}`;
    const tidy = rest.replace(article, '').trim();
    if (/[\p{L}]{2}/u.test(tidy)) return tidy;
  }
  return text;
}

const pictures = /[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}|[\uFE0F\u200D]/gu;
const numbering = /^(?:[\s#•・*_-]|(?:第\s*)?[0-9]+(?:\.[0-9]+)*\s*[章節]?(?=[\s.):、-])[.):、-]*)+/u;
const subtitle = /\s*(?:[：:—–]|[?？]\s|\s-\s).*$/u;

/** Levels of headings that begin chapters: the highest of which there are several, the title not counted. */
export function chapterDepth(headings: readonly OutlineHeading[], least: number): number {
  const counts = new Map<number, number>();
  for (const { depth } of headings) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const depths = [...counts].filter(([depth, count]) => depth > 1 || count > 1).map(([depth]) => depth);
  const several = depths.filter((depth) => (counts.get(depth) ?? 0) >= least);
  return Math.min(...(several.length > 0 ? several : depths), 7);
}
