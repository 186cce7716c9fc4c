import { placeForPeople } from './place-for-people.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible-text.ts';

/** One line a problem, in one form for every language, for editors and `grep`. */
export const compact: Reporter = {
  name: 'compact',
  isLog: true,
  render(files) {
    const problems = files.flatMap((file) => file.problems.map((problem) => ({ ...problem, text: file.text })));
    return problems
      .map(({ path, range, severity, message, rule, text }) => {
        const place = `${path}:${placeForPeople(range.start, text)}`;
        return `${visible(`${place}: ${severity}: ${message} [${rule}]`)}\n`;
      })
      .join('');
  },
};
