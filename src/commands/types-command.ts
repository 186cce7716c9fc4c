import type { Command } from 'commander';
import { type OutlinedSection, outlineType, type TypeOutline } from '../guide-types/type-outline.ts';
import type { Host } from '../host.ts';
import { type KnownTypes, loadKnownTypes } from '../load-types.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { inertJson } from '../reporters/inert-json.ts';
import { logLine } from '../reporters/inert-log.ts';
import { type ConfigFlags, configOf } from './common-options.ts';

interface TypesFlags extends ConfigFlags {
  readonly json?: boolean;
}

/** Adds `guidepost types`. */
export function addTypesCommand(program: Command, host: Host): void {
  program
    .command('types')
    .summary('list the guide types known here')
    .description('Lists the guide types known here with their front matter and sections, and where each comes from.')
    .option('--json', 'as JSON')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .action(async (flags: TypesFlags) => {
      const { config, locale } = await configOf(flags, host);
      const types = await loadKnownTypes({ config, locale }, host);
      const outlines = [...types.known.values()].map((type) => ({
        ...outlineType(type, locale),
        ...originOf(type, types),
      }));
      const text = flags.json
        ? `${inertJson(outlines, 2)}\n`
        : outlines.map((outline) => linesOf(outline, locale).map(logLine).join('')).join('\n');
      host.stdout.write(text);
    });
}

/** Where the config names a type; a type without it comes with guidepost. */
function originOf(type: unknown, { configured }: KnownTypes): { origin?: string } {
  for (const [entry, candidate] of configured) if (candidate === type && entry.isFile) return { origin: entry.origin };
  return {};
}

function linesOf(outline: TypeOutline & { origin?: string }, locale: Locale): string[] {
  const say = messagesFor(locale).convert;
  const keys = outline.frontMatter.map(({ key, required }) => (required ? key : `${key} (${say.optional})`));
  return [
    `${outline.name}: ${outline.title} (${outline.origin ?? say.shipped})`,
    ...(outline.description === '' ? [] : [`  ${outline.description}`]),
    ...(keys.length === 0 ? [] : [`  ${say.frontMatter}: ${keys.join(', ')}`]),
    `  ${say.sections}:`,
    ...outline.sections.flatMap((section) => sectionLines(section, '    ', locale)),
  ];
}

function sectionLines(
  { name, pointer, aliases, required, sections }: OutlinedSection,
  indent: string,
  locale: Locale,
): string[] {
  const say = messagesFor(locale).convert;
  return [
    `${indent}${name}  ${pointer}${required ? '' : ` (${say.optional})`}`,
    ...(aliases.length === 0 ? [] : [`${indent}  ${say.also}: ${aliases.join(', ')}`]),
    ...sections.flatMap((section) => sectionLines(section, `${indent}  `, locale)),
  ];
}
