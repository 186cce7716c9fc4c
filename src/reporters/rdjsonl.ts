import { messagesFor } from '../locale/messages.ts';
import type { FileReport, Position, Problem } from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { coveringEdit } from './covering-edit.ts';
import { inertJson } from './inert-json.ts';
import { problemLines } from './problem-lines.ts';
import type { Reporter, ReportOptions } from './reporter.ts';

/** Diagnostics for reviewdog, a line each, with fixes as suggestions that a person accepts. */
export const rdjsonl: Reporter = {
  name: 'rdjsonl',
  render(files, options) {
    return files.flatMap((file) => diagnosticsOf(file, options)).join('');
  },
};

function diagnosticsOf({ path, text = '', problems }: FileReport, { locale }: ReportOptions): string[] {
  if (problems.length === 0) return [];
  const positionAt = lineIndex(text);
  const placeOf = (position: Position) => ({ line: position.line, column: byteColumn(position, text) });
  const rangeOf = (start: number, end: number) => ({
    start: placeOf(positionAt(start)),
    end: placeOf(positionAt(end)),
  });
  const suggestionsOf = ({ fix }: Problem) => {
    // Several suggestions are alternatives to reviewdog, while the edits of a fix belong together.
    const edit = fix && coveringEdit(fix.edits, text);
    return edit === undefined
      ? {}
      : { suggestions: [{ range: rangeOf(edit.range.start, edit.range.end), text: edit.text }] };
  };
  return problems.map((problem) => {
    const { start, end } = problem.range;
    const diagnostic = {
      message: problemLines(problem, messagesFor(locale)).join('\n'),
      location: { path, range: { start: placeOf(start), end: placeOf(end) } },
      severity: problem.severity === 'error' ? 'ERROR' : 'WARNING',
      source: { name: 'guidepost' },
      code: { value: problem.rule },
      ...suggestionsOf(problem),
    };
    return `${inertJson(diagnostic)}\n`;
  });
}

/** Reviewdog counts columns in bytes of UTF-8. */
function byteColumn({ column, offset }: Position, text: string): number {
  return Buffer.byteLength(text.slice(offset - (column - 1), offset)) + 1;
}
