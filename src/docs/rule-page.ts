import type { Locale } from '../model.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { docWords } from './doc-words.ts';
import { exampleMessages } from './example-messages.ts';

/** All about one rule, in Markdown. */
export function rulePage(rule: Rule, locale: Locale, rules: readonly Rule[]): string {
  const words = docWords[locale];
  const { summary, why } = rule.docs[locale];
  const facts = [
    `- ${words.severityTitle}: ${words.severity[rule.severity]}`,
    `- ${words.fixTitle}: ${words.fix[rule.fix]}`,
    ...(rule.recommended === false ? [`- ${words.strict}`] : []),
  ];
  const rejected = rule.examples.reject.map((example) => {
    const messages = exampleMessages(rule, example, locale, rules).map((message) => `- ${message}`);
    return [exampleOf(example, locale), messages.join('\n')];
  });
  return `${[
    `# ${rule.id}`,
    `${summary}${locale === 'ja' ? '。' : '.'}`,
    facts.join('\n'),
    `## ${words.why}`,
    why,
    ...optionsOf(rule, locale),
    ...(rejected.length > 0 ? [`## ${words.rejected}`, ...rejected.flat()] : []),
    `## ${words.accepted}`,
    ...rule.examples.accept.map((example) => exampleOf(example, locale)),
  ].join('\n\n')}\n`;
}

function optionsOf({ options }: Rule, locale: Locale): string[] {
  if (!options) return [];
  const words = docWords[locale];
  const block = (value: unknown) => fenced(JSON.stringify(value, undefined, 2), 'json');
  return [`## ${words.options}`, words.schema, block(options.schema), words.defaults, block(options.defaults)];
}

function exampleOf({ guide, path, options, others = [] }: Example, locale: Locale): string {
  const words = docWords[locale];
  return [
    ...(options === undefined ? [] : [`${words.withOptions}: \`${JSON.stringify(options)}\``]),
    ...(path === undefined ? [] : [`${words.file}: \`${path}\``]),
    fenced(guide, 'markdown'),
    ...others.flatMap((other) => [`${words.otherFile}: \`${other.path}\``, fenced(other.guide, 'markdown')]),
  ].join('\n\n');
}

/** A code block whose fence is longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}`;
}
