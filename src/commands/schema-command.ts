import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { frontMatterSchema } from '../guide-types/front-matter-schema.ts';
import type { Host } from '../host.ts';
import { loadKnownTypes } from '../load-types.ts';
import { messagesFor } from '../locale/messages.ts';
import { inertJson } from '../reporters/inert-json.ts';
import { onlyType } from './choose-type.ts';
import { type ConfigFlags, configOf } from './common-options.ts';

interface SchemaFlags extends ConfigFlags {
  readonly frontMatter?: boolean;
}

/** Adds `guidepost schema`. */
export function addSchemaCommand(program: Command, host: Host): void {
  program
    .command('schema')
    .summary("print a guide type's JSON Schema")
    .description("Prints a guide type's JSON Schema, or that of its front matter alone, which editors understand.")
    .argument('[type]', 'name or schema file of the type')
    .option('--front-matter', 'only the schema of the front matter, without what only guidepost knows')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .action(async (name: string | undefined, flags: SchemaFlags) => {
      const { config, locale } = await configOf(flags, host);
      const types = await loadKnownTypes({ config, locale, ...(name !== undefined && { type: name }) }, host);
      const type = onlyType(types, locale);
      const schema = flags.frontMatter ? frontMatterSchema(type, locale) : type.schema;
      if (!schema) throw new UserError(messagesFor(locale).convert.noFrontMatter({ type: type.name }));
      host.stdout.write(`${inertJson(schema, 2)}\n`);
    });
}
