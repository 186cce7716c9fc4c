import type { Document, Edit, Guide, Problem, SourceFile } from '../model.ts';
import { applyEdits } from './apply-edits.ts';
import { lostSentences } from './lost-sentences.ts';
import type { PickedFix } from './pick-fixes.ts';

type Problems = ReadonlyMap<Guide, readonly Problem[]>;

/** How all guides stand after some fixes. */
export interface Attempt {
  readonly problems: Problems;
  /** The files that the fixes made worse, and how. */
  readonly worse: ReadonlyMap<string, 'adds-problem' | 'loses-text'>;
}

/** What an attempt needs of the program. */
export interface AttemptContext {
  check(guides: readonly Guide[]): Problems;
  bind(source: SourceFile): Guide;
  /** Whether a fix that brings this problem has done harm. */
  isHarm(problem: Problem): boolean;
}

/** Makes fixes that do not overlap, and checks all guides again: one file's fix may be another's problem. */
export function attemptFixes(before: Problems, fixes: readonly PickedFix[], context: AttemptContext): Attempt {
  const worse = new Map<string, 'adds-problem' | 'loses-text'>();
  const guides = [...before.keys()].map((guide) => {
    const { source } = guide.document;
    const own = fixes.filter(({ path }) => path === source.path);
    if (own.length === 0) return guide;
    const fixed = context.bind({ ...source, text: fixedText(source.text, own) });
    if (losesText(guide.document, fixed.document, own)) worse.set(source.path, 'loses-text');
    return fixed;
  });
  if (worse.size > 0) return { problems: before, worse };
  const problems = context.check(guides);
  const more = filesWithMore(before, problems, context.isHarm);
  for (const path of more) worse.set(path, 'adds-problem');
  return { problems, worse };
}

/** Line ends are those of the file, whatever the rule wrote; a file that ended with one still does. */
function fixedText(text: string, fixes: readonly PickedFix[]): string {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const edits = fixes.flatMap(({ fix }) => fix.edits);
  const fixed = applyEdits(
    text,
    edits.map(({ range, text: inserted }): Edit => ({ range, text: inserted.replaceAll(/\r\n|\n|\r/g, lineEnd) })),
  );
  const lost = text.endsWith('\n') && !fixed.endsWith('\n') && fixed !== '';
  return lost ? fixed + lineEnd : fixed;
}

/** What an unsafe fix takes away, its user has agreed to. */
function losesText(before: Document, after: Document, fixes: readonly PickedFix[]): boolean {
  const agreed = fixes.flatMap(({ fix }) => (fix.kind === 'unsafe' ? fix.edits : []));
  return lostSentences(before, after).some(
    (lost) => !agreed.some(({ range }) => range.start < lost.end && lost.start < range.end),
  );
}

/** The files with more problems of some rule than before; of the new problems only those count that are to. */
export function filesWithMore(
  before: Problems,
  after: Problems,
  isCounted: (problem: Problem) => boolean,
): Set<string> {
  const counts = countByRule(before, () => true);
  const more = [...countByRule(after, isCounted)].filter(([key, count]) => count > (counts.get(key) ?? 0));
  return new Set(more.map(([key]) => key.slice(key.indexOf(' ') + 1)));
}

/** Rule ids hold no blanks, paths may. */
function countByRule(problems: Problems, isCounted: (problem: Problem) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of [...problems.values()].flat()) {
    const key = `${problem.rule} ${problem.path}`;
    if (isCounted(problem)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
