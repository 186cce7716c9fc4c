import { messagesFor } from '../locale/messages.ts';
import type { FileReport, Problem, Severity } from '../model.ts';
import { placeForPeople } from './place-for-people.ts';
import { problemLines } from './problem-lines.ts';
import { problemsByRule } from './problems-by-rule.ts';
import { reportWords } from './report-words.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { summaryOf } from './summary.ts';
import { visible } from './visible-text.ts';

/** A summary for where Markdown is shown, such as the page of a CI job. */
export const markdown: Reporter = {
  name: 'markdown',
  render(files, options) {
    const parts = [
      `## ${reportWords[options.locale].title}`,
      escaped(summaryOf(files, messagesFor(options.locale))),
      ...ruleTable(files, options),
      ...files.filter(({ problems }) => problems.length > 0).map((file) => fileList(file, options)),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

function ruleTable(files: readonly FileReport[], { locale, explain }: ReportOptions): string[] {
  const words = reportWords[locale];
  const groups = problemsByRule(files);
  if (groups.length === 0) return [];
  const count = (problems: readonly Problem[], wanted: Severity) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const rows = [
    [words.rule, words.errors, words.warnings, words.wants],
    ['---', '--:', '--:', '---'],
    ...groups.map(({ rule, problems }) => [
      escaped(visible(rule)),
      count(problems, 'error'),
      count(problems, 'warning'),
      escaped(explain?.(rule)?.summary ?? ''),
    ]),
  ];
  return [rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

function fileList({ path, problems }: FileReport, { locale }: ReportOptions): string {
  const messages = messagesFor(locale);
  const items = problems.map((problem) => {
    const lines = problemLines(problem, messages).map(escaped);
    return `- ${placeForPeople(problem.range.start)} **${messages[problem.severity]}** ${lines.join('\\\n  ')} (${escaped(visible(problem.rule))})`;
  });
  return [`### ${escaped(visible(path))}`, '', ...items].join('\n');
}

/** Text of a guide that stays text: no mark-up, mentions, formulas, or links that lead elsewhere than they say. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~!&@$]|:(?=[a-z+/])/gi, '\\$&');
}
