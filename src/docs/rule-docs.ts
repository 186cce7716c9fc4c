import type { Locale } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { docWords } from './doc-words.ts';
import { rulePage } from './rule-page.ts';
import { ruleTable } from './rule-table.ts';

const mark = '<!-- Generated from the rules in src/rules by "npm run docs"; edit those instead. -->\n';

/** The files of docs/rules by name: a page for each rule and a table of all, in each language. */
export function ruleDocs(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const locale of ['en', 'ja'] as const) {
    const words = docWords[locale];
    const table = ruleTable(rules, locale, ({ id }) => `[${id}](${fileName(id, locale)})`);
    const links = `[${words.otherLanguage}](${fileName('README', otherThan(locale))})`;
    files.set(
      fileName('README', locale),
      [mark, `# ${words.rules}\n`, `${links}\n`, `${words.intro}\n`, table].join('\n'),
    );
    for (const rule of rules) {
      const back = `[${words.rules}](${fileName('README', locale)}) · [${words.otherLanguage}](${fileName(rule.id, otherThan(locale))})\n`;
      files.set(fileName(rule.id, locale), [mark, rulePage(rule, locale, rules), back].join('\n'));
    }
  }
  return files;
}

function fileName(name: string, locale: Locale): string {
  return locale === 'en' ? `${name}.md` : `${name}.${locale}.md`;
}

function otherThan(locale: Locale): Locale {
  return locale === 'en' ? 'ja' : 'en';
}
