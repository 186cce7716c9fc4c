import type { Command } from 'commander';
import { docWords } from '../docs/doc-words.ts';
import { rulePage } from '../docs/rule-page.ts';
import { ruleTable } from '../docs/rule-table.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import { nearestName } from '../nearest-name.ts';
import { rules } from '../rules/index.ts';
import { type CommonFlags, localeOf } from './common-options.ts';

/** Adds `guidepost explain`. */
export function addExplainCommand(program: Command, host: Host): void {
  program
    .command('explain')
    .summary('what a rule wants and why')
    .description('Explains a rule with examples; without one, lists all rules.')
    .argument('[rule]', 'id of a rule, as it stands behind each problem in the report')
    .action((id: string | undefined, flags: CommonFlags) => {
      const locale = localeOf(flags, host);
      if (id === undefined) {
        host.stdout.write(`${ruleTable(rules, locale, (rule) => rule.id)}\n${docWords[locale].intro}\n`);
        return;
      }
      const rule = rules.find((known) => known.id === id);
      if (!rule) {
        const ids = rules.map((known) => known.id);
        const nearest = nearestName(id, ids);
        throw new UserError(messagesFor(locale).unknownRule({ id, ...(nearest && { nearest }) }));
      }
      host.stdout.write(rulePage(rule, locale, rules));
    });
}
