import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver';
import { lineEdits } from '../fix/line-edits.ts';
import type { Edit, Problem } from '../model.ts';
import { diagnosticOf } from './diagnostics.ts';
import { editorWords } from './editor-words.ts';
import type { CheckedGuide } from './open-guide.ts';
import { editorRange } from './ranges.ts';

/** The kind of action by which editors fix all on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.guidepost`;

/** What can be done about the problems in a range, and about all at once; `only` are the kinds that are asked for. */
export function codeActions(checked: CheckedGuide, range: Range, only: readonly string[] | undefined): CodeAction[] {
  const isAsked = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const under = checked.problems.filter((problem) => touches(diagnosticOf(problem, checked.uri).range, range));
  return [
    ...(isAsked(CodeActionKind.QuickFix) ? under.flatMap((problem) => quickFixes(checked, problem)) : []),
    // Without being asked for it, nobody wants it worked out at each move of the cursor.
    ...(only !== undefined && isAsked(fixAllKind) ? fixAll(checked) : []),
  ];
}

function quickFixes(checked: CheckedGuide, problem: Problem): CodeAction[] {
  const words = editorWords[checked.collection.locale];
  const { fix, rule } = problem;
  const diagnostics = [diagnosticOf(problem, checked.uri)];
  const action = (title: string, edits: readonly Edit[], isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred,
    edit: { changes: { [checked.uri]: textEdits(checked, edits) } },
  });
  const suppression = suppressionOf(checked, problem);
  return [
    ...(fix ? [action(fix.kind === 'safe' ? fix.title : words.unsafe(fix), fix.edits, fix.kind === 'safe')] : []),
    ...(suppression ? [action(words.suppress({ rule }), [suppression], false)] : []),
  ];
}

function fixAll(checked: CheckedGuide): CodeAction[] {
  const { guide, collection, uri, problems } = checked;
  if (!problems.some(({ fix }) => fix?.kind === 'safe')) return [];
  const edits = lineEdits(guide.document.source.text, collection.fixedText(guide));
  if (edits.length === 0) return [];
  return [
    {
      title: editorWords[collection.locale].fixAll,
      kind: fixAllKind,
      edit: { changes: { [uri]: textEdits(checked, edits) } },
    },
  ];
}

/** Line ends are those of the file, whatever the rule wrote. */
function textEdits({ guide }: CheckedGuide, edits: readonly Edit[]): TextEdit[] {
  const { document } = guide;
  const lineEnd = /\r\n|\n|\r/.exec(document.source.text)?.[0] ?? '\n';
  return edits.map(({ range, text }) => ({
    range: editorRange(document, range),
    newText: text.replaceAll(/\r\n|\n|\r/g, lineEnd),
  }));
}

/** A comment on the line before a block of the body; inside tables and lists it would break what it stands in. */
function suppressionOf({ guide }: CheckedGuide, { rule, range }: Problem): Edit | undefined {
  const { tree, source, frontMatter } = guide.document;
  const { offset } = range.start;
  if (frontMatter && offset < frontMatter.range.end) return undefined;
  const block = tree.children.find(
    ({ position }) => position?.start.line === range.start.line && (position.end.offset ?? 0) >= offset,
  );
  const start = block?.position?.start.offset;
  if (start === undefined || start !== source.text.lastIndexOf('\n', offset - 1) + 1) return undefined;
  return { range: { start, end: start }, text: `<!-- guidepost-disable-next-line ${rule} -->\n\n` };
}

function touches(a: Range, b: Range): boolean {
  const isBefore = (left: Range, right: Range): boolean =>
    left.end.line < right.start.line ||
    (left.end.line === right.start.line && left.end.character < right.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
