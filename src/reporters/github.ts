import { messagesFor } from '../locale/messages.ts';
import type { Problem } from '../model.ts';
import { problemLines } from './problem-lines.ts';
import { reportWords } from './report-words.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { repositoryPath } from './repository-path.ts';
import { visible } from './visible-text.ts';

/** How many annotations of a severity GitHub shows of one step; it drops the others without a word. */
const shown = 10;

/** Commands that make GitHub annotate the lines of a pull request. */
export const github: Reporter = {
  name: 'github',
  render(files, options) {
    const problems = files.flatMap((file) => file.problems);
    const lines = problems.map((problem) => annotation(problem, options));
    const hidden = (['error', 'warning'] as const)
      .map((severity) => problems.filter((problem) => problem.severity === severity).length - shown)
      .reduce((sum, count) => sum + Math.max(0, count), 0);
    const notice = reportWords[options.locale].notAnnotated({ hidden, shown });
    return [...lines, ...(hidden > 0 ? [command('notice', { title: 'guidepost' }, notice)] : [])].join('');
  },
};

function annotation(problem: Problem, { locale, folder }: ReportOptions): string {
  const { start, end } = problem.range;
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return command(
    problem.severity,
    {
      file: repositoryPath(problem.path, folder),
      line: start.line,
      endLine,
      // GitHub takes columns only where they are of one line.
      ...(start.line === end.line && { col: start.column, endColumn: end.column }),
      title: problem.rule,
    },
    problemLines(problem, messagesFor(locale)).join('\n'),
  );
}

function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${visible(escapedData(data))}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return visible(escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}
