import type { FileReport } from '../model.ts';
import { logLine } from './inert-log.ts';
import { placeForPeople } from './place-for-people.ts';
import { inPieces } from './reporter.ts';

/** One line a problem, in one form for every language, for editors and `grep`. */
export const compact = inPieces('compact', function* (files) {
  for (const file of files) if (file.problems.length > 0) yield linesOf(file);
});

function linesOf({ problems }: FileReport): string {
  return problems
    .map(({ path, range, severity, message, rule }) =>
      logLine(`${path}:${placeForPeople(range.start)}: ${severity}: ${message} [${rule}]`),
    )
    .join('');
}
