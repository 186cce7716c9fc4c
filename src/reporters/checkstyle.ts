import { messagesFor } from '../locale/messages.ts';
import { problemLines } from './problem-lines.ts';
import type { Reporter } from './reporter.ts';
import { xmlDeclaration, xmlElement } from './xml.ts';

/** Checkstyle's XML, which many CI plugins read; a file without problems is an empty element. */
export const checkstyle: Reporter = {
  name: 'checkstyle',
  render(files, { locale }) {
    const messages = messagesFor(locale);
    const elements = files.map(({ path, problems }) => {
      const errors = problems.map((problem) =>
        xmlElement('error', {
          line: problem.range.start.line,
          column: problem.range.start.column,
          severity: problem.severity,
          message: problemLines(problem, messages).join(' · '),
          source: `guidepost.${problem.rule}`,
        }),
      );
      return xmlElement('file', { name: path }, errors);
    });
    return xmlDeclaration + xmlElement('checkstyle', { version: '4.3' }, elements);
  },
};
