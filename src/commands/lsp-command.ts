import type { Command } from 'commander';
import type { Host } from '../host.ts';
import { type ConfigFlags, collect, localeOf, ruleLevels } from './common-options.ts';

interface LspFlags extends ConfigFlags {
  readonly type?: string;
}

/** Adds `guidepost lsp`, which editors start. */
export function addLspCommand(program: Command, host: Host): void {
  program
    .command('lsp')
    .summary('language server on standard input and output')
    .description('Runs a language server for editors; see docs/editors.md for how to set one up.')
    .option('--stdio', 'talk over standard input and output, as it does anyway')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the best match')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .option('--rule <id=off|warn|error>', 'switch a rule off, or change its severity; may be repeated', collect)
    .action(async (flags: LspFlags) => {
      const { locale, config, type, rule } = flags;
      // Only those who run the server pay for loading it.
      const { serve } = await import('../lsp/serve.ts');
      await serve(
        {
          ...(locale && { locale }),
          ...(config !== undefined && { config }),
          ...(type !== undefined && { type }),
          ...(rule && { levels: ruleLevels(rule, localeOf(flags, host)) }),
        },
        host,
      );
    });
}
