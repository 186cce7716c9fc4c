import type { FileReport, Problem } from '../model.ts';
import { coveringEdit } from './covering-edit.ts';
import { inertJson } from './inert-json.ts';
import type { Reporter } from './reporter.ts';

/** The shape of ESLint's results, for what consumes those; `filePath` is relative to the working folder. */
export const json: Reporter = {
  name: 'json',
  render(files) {
    return `${inertJson(files.map(resultOf))}\n`;
  },
};

function resultOf(file: FileReport) {
  const count = (isCounted: (problem: Problem) => boolean) => file.problems.filter(isCounted).length;
  const isFixable = (problem: Problem) => problem.fix?.kind === 'safe' && fixOf(problem, file.text) !== undefined;
  return {
    filePath: file.path,
    messages: file.problems.map((problem) => messageOf(problem, file.text)),
    suppressedMessages: [],
    errorCount: count((problem) => problem.severity === 'error'),
    fatalErrorCount: count((problem) => isFatal(problem, file.text)),
    warningCount: count((problem) => problem.severity === 'warning'),
    fixableErrorCount: count((problem) => problem.severity === 'error' && isFixable(problem)),
    fixableWarningCount: count((problem) => problem.severity === 'warning' && isFixable(problem)),
    usedDeprecatedRules: [],
  };
}

function messageOf(problem: Problem, text: string | undefined) {
  const { start, end } = problem.range;
  const fix = fixOf(problem, text);
  return {
    ruleId: problem.rule,
    ...(isFatal(problem, text) ? { fatal: true } : {}),
    severity: problem.severity === 'error' ? 2 : 1,
    message: problem.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(problem.related && { relatedLocations: problem.related.map(locationOf) }),
    ...(fix !== undefined && problem.fix?.kind === 'safe' ? { fix } : {}),
    // ESLint's consumers apply `fix` unasked; what may change the meaning is a suggestion there.
    ...(fix !== undefined && problem.fix?.kind === 'unsafe' ? { suggestions: [{ desc: problem.fix.title, fix }] } : {}),
  };
}

/** Not in ESLint's shape, whose consumers pass over it: the other places of the same fault. */
function locationOf({ message, range: { start, end } }: NonNullable<Problem['related']>[number]) {
  return { message, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** As in ESLint, a file that could not be read at all is fatal. */
function isFatal(problem: Problem, text: string | undefined): boolean {
  return text === undefined && problem.severity === 'error';
}

function fixOf({ fix }: Problem, text: string | undefined) {
  const edit = fix === undefined || text === undefined ? undefined : coveringEdit(fix.edits, text);
  return edit === undefined ? undefined : { range: [edit.range.start, edit.range.end], text: edit.text };
}
