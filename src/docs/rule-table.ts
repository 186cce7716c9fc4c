import type { Locale } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { docWords } from './doc-words.ts';

/** A Markdown table of all rules; `nameOf` writes a rule's first cell. */
export function ruleTable(rules: readonly Rule[], locale: Locale, nameOf: (rule: Rule) => string): string {
  const words = docWords[locale];
  const header = [words.rule, words.severityTitle, words.fixTitle, words.wants];
  const rows = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [
      `${nameOf(rule)}${rule.recommended === false ? ' \\*' : ''}`,
      words.severity[rule.severity],
      words.fixShort[rule.fix],
      rule.docs[locale].summary.replaceAll('|', '\\|'),
    ]);
  return `${[header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
