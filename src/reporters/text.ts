import { Chalk, type ChalkInstance } from 'chalk';
import { type Messages, messagesFor } from '../locale/messages.ts';
import type { FileReport, Problem } from '../model.ts';
import { codeFrame, type FrameStyle } from './code-frame.ts';
import { inertLog } from './inert-log.ts';
import { placeForPeople } from './place-for-people.ts';
import { inPieces, type ReportOptions } from './reporter.ts';
import { summaryOf } from './summary.ts';
import { visible } from './visible-text.ts';

/** For people: each problem with the place underlined in its source, then what it all comes to. */
export const text = inPieces('text', function* (files, options) {
  for (const group of problemGroups(files, options)) yield inertLog(`${group}\n`);
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  yield inertLog(`${chalk.bold(summaryOf(files, messagesFor(options.locale)))}\n`);
});

/** A text for each file with problems. */
export function* problemGroups(files: readonly FileReport[], options: ReportOptions): Generator<string> {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const messages = messagesFor(options.locale);
  for (const file of files) if (file.problems.length > 0) yield renderFile(file, options, messages, chalk);
}

function renderFile(file: FileReport, options: ReportOptions, messages: Messages, chalk: ChalkInstance): string {
  const type = file.type === undefined ? '' : chalk.dim(` (${visible(file.type)})`);
  const heading = `${chalk.bold.underline(visible(file.path))}${type}\n`;
  const problems = file.problems.map((problem) => renderProblem(problem, file.text, options, messages, chalk));
  return `${[heading, ...problems.map((lines) => `${lines.join('\n')}\n`)].join('\n')}`;
}

function renderProblem(
  problem: Problem,
  source: string | undefined,
  options: ReportOptions,
  messages: Messages,
  chalk: ChalkInstance,
): string[] {
  const tint = problem.severity === 'error' ? chalk.red : chalk.yellow;
  const styleOf = (mark: FrameStyle['mark']): FrameStyle => ({
    width: options.width - 2,
    gutter: (gutter) => chalk.dim(gutter),
    mark,
    toLine: (line) => messages.toLine({ line }),
  });
  const frameOf = (range: Problem['range'], mark: FrameStyle['mark']) =>
    source === undefined ? [] : codeFrame(source, range, styleOf(mark)).map((line) => `  ${line}`);
  const placeOf = ({ start }: Problem['range']) => `${visible(problem.path)}:${placeForPeople(start)}`;

  const severity = tint.bold(messages[problem.severity]);
  const related = (problem.related ?? []).flatMap(({ message, range }) => [
    `  ${messages.seeAlso}: ${placeOf(range)}  ${visible(message)}`,
    ...frameOf(range, (mark) => chalk.blue(mark)),
  ]);
  return [
    `${placeOf(problem.range)}  ${severity}  ${chalk.dim(visible(problem.rule))}`,
    `  ${chalk.bold(visible(problem.message))}`,
    ...frameOf(problem.range, (mark) => tint(mark)),
    ...related,
    ...fixOf(problem, messages, chalk),
  ];
}

function fixOf({ fix }: Problem, messages: Messages, chalk: ChalkInstance): string[] {
  if (fix === undefined) return [];
  const how = fix.kind === 'safe' ? messages.fixable : messages.fixableUnsafely;
  return [`  ${chalk.green(messages.fix)}: ${visible(fix.title)}${messages.aside({ text: how })}`];
}
