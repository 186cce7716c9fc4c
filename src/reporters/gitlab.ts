import { createHash } from 'node:crypto';
import { fingerprintsOf } from '../baseline/fingerprints-of.ts';
import { messagesFor } from '../locale/messages.ts';
import type { FileReport } from '../model.ts';
import { inertJson } from './inert-json.ts';
import { problemLines } from './problem-lines.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { repositoryPath } from './repository-path.ts';

/** GitLab's Code Quality report, which it shows in merge requests. */
export const gitlab: Reporter = {
  name: 'gitlab',
  render(files, options) {
    return `${inertJson(files.flatMap((file) => issuesOf(file, options)))}\n`;
  },
};

function issuesOf({ path: file, text = '', problems }: FileReport, { locale, folder }: ReportOptions) {
  const path = repositoryPath(file, folder);
  const prints = fingerprintsOf(problems, text);
  return problems.map((problem, index) => ({
    description: problemLines(problem, messagesFor(locale)).join(' · '),
    check_name: problem.rule,
    // GitLab shows only the first of several with the same one, in whatever files they stand.
    fingerprint: createHash('sha256').update(`${path}\n${prints[index]}`).digest('hex').slice(0, 32),
    severity: problem.severity === 'error' ? 'major' : 'minor',
    location: { path, lines: { begin: problem.range.start.line, end: problem.range.end.line } },
  }));
}
