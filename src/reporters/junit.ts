import { messagesFor } from '../locale/messages.ts';
import type { FileReport, Problem } from '../model.ts';
import { codeFrame } from './code-frame.ts';
import { placeForPeople } from './place-for-people.ts';
import { problemLines } from './problem-lines.ts';
import { reportWords } from './report-words.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { visible } from './visible-text.ts';
import { xmlDeclaration, xmlElement, xmlLines } from './xml.ts';

/**
 * JUnit's XML in the form of Jenkins: a suite a file, a test a problem. Errors fail, and warnings pass with what they
 * say as output, so that the tests agree with the exit code.
 */
export const junit: Reporter = {
  name: 'junit',
  render(files, options) {
    const suites = files.map((file) => suiteOf(file, options));
    const total = (count: (file: FileReport) => number) => files.reduce((sum, file) => sum + count(file), 0);
    const attributes = {
      name: 'guidepost',
      tests: total(testsIn),
      failures: total(failuresIn),
      errors: total(faultsIn),
    };
    return xmlDeclaration + xmlElement('testsuites', { ...attributes, time: 0 }, suites);
  },
};

function suiteOf(file: FileReport, options: ReportOptions): string {
  const names = testNames(file.problems);
  const test = (name: string, content: string[] = []) =>
    xmlElement('testcase', { name, classname: file.path, time: 0 }, content);
  const tests = file.problems.map((problem, index) => test(names[index] ?? '', [resultOf(problem, file, options)]));
  return xmlElement(
    'testsuite',
    { name: file.path, tests: testsIn(file), failures: failuresIn(file), errors: faultsIn(file), time: 0 },
    tests.length > 0 ? tests : [test(reportWords[options.locale].noProblems)],
  );
}

/** Without line numbers, by which a test would be another after each line written above; alike ones are counted. */
function testNames(problems: readonly Problem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map(({ rule, message }) => {
    const name = visible(`${rule}: ${message}`);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function resultOf(problem: Problem, file: FileReport, { locale }: ReportOptions): string {
  const messages = messagesFor(locale);
  const { start } = problem.range;
  const style = { width: 100, gutter: same, mark: same, toLine: (line: number) => messages.toLine({ line }) };
  const [message = '', ...others] = problemLines(problem, messages);
  const lines = [
    visible(`${problem.path}:${placeForPeople(start)}`),
    message,
    ...(file.text === undefined ? [] : codeFrame(file.text, problem.range, style)),
    ...others,
  ];
  if (problem.severity === 'warning') return xmlLines('system-out', {}, lines);
  return xmlLines(file.text === undefined ? 'error' : 'failure', { type: problem.rule, message }, lines);
}

const same = (text: string): string => text;

function testsIn({ problems }: FileReport): number {
  return Math.max(1, problems.length);
}

function failuresIn(file: FileReport): number {
  return file.text === undefined ? 0 : errorsIn(file);
}

/** JUnit's errors: what could not be looked at. */
function faultsIn(file: FileReport): number {
  return file.text === undefined ? errorsIn(file) : 0;
}

function errorsIn({ problems }: FileReport): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}
