import type { FileReport } from '../model.ts';
import { logLine } from './inert-log.ts';
import { placeForPeople } from './place-for-people.ts';
import type { Reporter } from './reporter.ts';

/** One line a problem, in one form for every language, for editors and `grep`. */
export const compact: Reporter = {
  name: 'compact',
  render(files) {
    return files
      .filter(({ problems }) => problems.length > 0)
      .map(linesOf)
      .join('');
  },
};

function linesOf({ problems }: FileReport): string {
  return problems
    .map(({ path, range, severity, message, rule }) =>
      logLine(`${path}:${placeForPeople(range.start)}: ${severity}: ${message} [${rule}]`),
    )
    .join('');
}
