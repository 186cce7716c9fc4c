import type { Problem } from '../model.ts';
import { logLine } from './inert-log.ts';
import { placeForPeople } from './place-for-people.ts';
import { inPieces } from './reporter.ts';

/** One line a problem, in one form for every language, for editors and `grep`. */
export const compact = inPieces('compact', function* (files) {
  for (const { problems } of files) if (problems.length > 0) yield linesOf(problems);
});

function linesOf(problems: readonly Problem[]): string {
  return problems
    .map(({ path, range, severity, message, rule }) =>
      logLine(`${path}:${placeForPeople(range.start)}: ${severity}: ${message} [${rule}]`),
    )
    .join('');
}
