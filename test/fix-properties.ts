import { checkGuides } from '../src/check-guides.ts';
import type { RuleSetting } from '../src/config/rule-settings.ts';
import { decodeSource } from '../src/find/decode-source.ts';
import { attemptFixes } from '../src/fix/attempt-fixes.ts';
import { type DroppedFix, fixGuides } from '../src/fix/fix-guides.ts';
import { lostSentences } from '../src/fix/lost-sentences.ts';
import { isSound, type PickedFix, pickFixes } from '../src/fix/pick-fixes.ts';
import { fullText } from '../src/fix/save-fixes.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import type { GuideType } from '../src/guide-types/guide-type.ts';
import type { Guide, Problem, Range, SourceFile } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules as allRules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';
import { suppressProblems } from '../src/suppress/suppress-problems.ts';

/** A text to fix, and what it is a guide of. */
export interface Subject {
  readonly path: string;
  readonly text: string;
  readonly type: GuideType;
  readonly fit?: Guide['fit'] | undefined;
}

/** What a fix has to be. */
export type Property =
  | 'idempotent'
  | 'keeps sentences'
  | 'no overlap'
  | 'no new problem'
  | 'only the edits'
  | 'no crash';

export interface Verdict {
  readonly broken: readonly { readonly property: Property; readonly detail: string }[];
  readonly fixed: string;
  /** How many fixes were made. */
  readonly count: number;
  /** The fixer itself took these back, which is a fault of their rules. */
  readonly dropped: readonly DroppedFix[];
}

/** Fixes a text, and says what is wrong with how that was done. */
export function prove(subject: Subject, rules: readonly Rule[] = allRules): Verdict {
  const { type, fit } = subject;
  const given = decodeSource(subject.path, Buffer.from(subject.text));
  if ('reason' in given) throw new Error(`${subject.path} is no text`);
  const { text } = given;
  const settings = settingsOf(rules);
  const bind = (source: SourceFile): Guide => bindGuide(parseDocument(source), type, fit);
  const check = (guides: readonly Guide[]): Map<Guide, readonly Problem[]> => {
    const found = checkGuides(guides, { rules, settings: { settingsFor: () => settings }, locale: 'en' });
    return new Map(
      [...found].map(([guide, problems]) => [guide, suppressProblems(problems, findSuppressions(guide.document))]),
    );
  };
  const context = { unsafe: false, check, bind };
  const broken: { property: Property; detail: string }[] = [];
  try {
    const guide = bind(given);
    const problems = check([guide]).get(guide) ?? [];
    const picked = pickFixes(problems, ({ fix }) => fix.kind === 'safe' && isSound(fix, text));
    broken.push(...pickedFaults(guide, problems, picked, context));

    const first = fixGuides([guide], context);
    const [[after, left] = [guide, problems]] = first.problems;
    const fixed = after.document.source.text;
    const second = fixGuides([bind({ ...after.document.source })], context);
    const [[again] = [after]] = second.problems;
    if (again.document.source.text !== fixed) {
      const by = diffOf(fixed, again.document.source.text);
      broken.push({ property: 'idempotent', detail: by });
    }
    const lost = lostSentences(guide.document, after.document).map(({ start, end }) => text.slice(start, end));
    if (lost.length > 0) broken.push({ property: 'keeps sentences', detail: lost.join(' ‖ ') });
    // What comes to light was there before, in what could not be read.
    const isUnveiled = problems.some(({ fix }) => fix?.unveils);
    const more = isUnveiled ? [] : moreOf(problems, left);
    if (more.length > 0) broken.push({ property: 'no new problem', detail: more.join() });
    const count = [...first.fixed.values()].reduce((sum, made) => sum + made, 0);
    return { broken, fixed: fullText(after.document.source), count, dropped: first.dropped };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { broken: [...broken, { property: 'no crash', detail }], fixed: subject.text, count: 0, dropped: [] };
  }
}

const known = new Map<readonly Rule[], ReadonlyMap<string, RuleSetting>>();

function settingsOf(rules: readonly Rule[]): ReadonlyMap<string, RuleSetting> {
  const made =
    known.get(rules) ??
    new Map(
      rules.map((rule) => [
        rule.id,
        { severity: undefined, options: rule.options?.defaults, severityFrom: 'default', optionsFrom: 'default' },
      ]),
    );
  known.set(rules, made);
  return made;
}

/** What is wrong with the fixes that are made together in a first pass. */
function pickedFaults(
  guide: Guide,
  problems: readonly Problem[],
  picked: readonly PickedFix[],
  { check, bind }: Pick<Parameters<typeof attemptFixes>[2], 'check' | 'bind'>,
): { property: Property; detail: string }[] {
  const ranges = picked.map(({ fix }) => fix.edits.map(({ range }) => range));
  if (!areApart(ranges)) return [{ property: 'no overlap', detail: JSON.stringify(ranges) }];
  if (picked.length === 0) return [];
  // A pass that is taken back leaves the text as it was.
  const attempt = attemptFixes(new Map([[guide, problems]]), picked, { check, bind, isHarm: () => false });
  const [after = guide] = attempt.problems.keys();
  if (attempt.worse.size > 0) return [];
  const { text } = guide.document.source;
  const edits = picked.flatMap(({ fix }) => fix.edits);
  const isOnly = isOnlyEdited(text, after.document.source.text, edits);
  return isOnly ? [] : [{ property: 'only the edits', detail: diffOf(text, after.document.source.text) }];
}

/** True where no edit of a fix touches one of another, and no two edits of the same fix share a character. */
export function areApart(fixes: readonly (readonly Range[])[]): boolean {
  return fixes.every((own, index) => {
    const others = fixes.slice(index + 1).flat();
    const isOwn = own.every((one, at) =>
      own.slice(at + 1).every((two) => one.end <= two.start || two.end <= one.start),
    );
    return isOwn && own.every((one) => others.every((other) => one.end < other.start || other.end < one.start));
  });
}

/** True where the second text is the first but for the edits, whatever line ends stand in those, and a last line end. */
export function isOnlyEdited(
  before: string,
  after: string,
  edits: readonly { readonly range: Range; readonly text: string }[],
): boolean {
  const pieces: string[] = [];
  let end = 0;
  for (const { range, text } of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    pieces.push(escaped(before.slice(end, range.start)), linesOf(text));
    end = range.end;
  }
  pieces.push(escaped(before.slice(end)));
  return new RegExp(`^${pieces.join('')}(?:\\r\\n|\\n|\\r)?$`).test(after);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const linesOf = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map(escaped)
    .join('(?:\\r\\n|\\n|\\r)');

/** The rules of which there are more problems than before. */
export function moreOf(before: readonly Problem[], after: readonly Problem[]): string[] {
  const count = (problems: readonly Problem[], id: string) => problems.filter(({ rule }) => rule === id).length;
  return [...new Set(after.map(({ rule }) => rule))].filter((id) => count(after, id) > count(before, id));
}

function diffOf(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const around = (text: string) => text.slice(Math.max(0, start - 20), text.length - end + 20).slice(0, 300);
  return `${JSON.stringify(around(before))} → ${JSON.stringify(around(after))}`;
}
