import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import type { GuideType } from '../guide-types/guide-type.ts';
import type { Host } from '../host.ts';
import { loadKnownTypes } from '../load-types.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { visible } from '../reporters/visible-text.ts';
import { saveFile } from '../save-file.ts';
import { skeletonValue } from '../scaffold/skeleton-value.ts';
import { guideMarkdown } from '../writers/markdown/guide-markdown.ts';
import { safeName } from '../writers/output-names.ts';
import { onlyType } from './choose-type.ts';
import { type ConfigFlags, configOf } from './common-options.ts';

interface NewFlags extends ConfigFlags {
  readonly type?: string;
  readonly out?: string;
}

/** Adds `guidepost new`. */
export function addNewCommand(program: Command, host: Host): void {
  program
    .command('new')
    .summary('begin a new guide')
    .description('Writes a guide with every section, column and front-matter key in place, to be filled in.')
    .argument('<slug>', 'name of the new file, without extension')
    .option('--type <name|file>', 'guide type, by name or schema file')
    .option('--out <folder>', 'where to write; without it the current folder')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .action(async (slug: string, flags: NewFlags) => {
      const { config, locale } = await configOf(flags, host);
      const say = messagesFor(locale).convert;
      const options = { config, locale, ...(flags.type !== undefined && { type: flags.type }) };
      const type = onlyType(await loadKnownTypes(options, host), locale);
      checkSlug(slug, type, locale);
      const path = resolve(host.cwd, flags.out ?? '.', `${slug}.md`);
      const shown = displayPath(path, host);
      if (await host.files.exists(path)) throw new UserError(say.exists({ path: shown }));
      await saveFile(path, newGuide(slug, type, locale), { locale, expected: null }, host);
      host.stderr.write(`${visible(say.created({ path: shown, type: type.titleOf('', locale) }))}\n`);
    });
}

/** A guide of a type in which everything is still to be filled in. */
export function newGuide(slug: string, type: GuideType, locale: Locale): string {
  const say = messagesFor(locale).convert;
  const value = skeletonValue(type, { slug, locale, placeholder: (name) => say.placeholder({ name }) });
  return guideMarkdown(value, type, { isJapanese: locale === 'ja', isNew: true });
}

function checkSlug(slug: string, type: GuideType, locale: Locale): void {
  const say = messagesFor(locale).convert;
  if (slug !== safeName(slug) || /\.(?:md|markdown)$/i.test(slug)) throw new UserError(say.badSlug({ slug }));
  const field = frontMatterFields(type).find(({ node }) => node['x-file-name'] === true);
  const pattern = field?.node.pattern;
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(slug))
    throw new UserError(say.slugForm({ slug, pattern, type: type.name }));
}
