import type { Command } from 'commander';
import { exportGuides } from '../convert.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import { writers } from '../writers/index.ts';
import type { StreamWriter } from '../writers/stream-writer.ts';
import type { Writer } from '../writers/writer.ts';
import { addBatchOptions, type BatchFlags, batchOptions } from './batch-options.ts';
import { addCacheOptions, type CacheFlags, cacheOf } from './cache-options.ts';
import { type ConfigFlags, collect, configOf, formatNamed } from './common-options.ts';
import { addLimitOptions, type LimitFlags, limitsOf } from './limit-options.ts';
import { addParserOption, type ParserFlags } from './parser-option.ts';
import { printBugs } from './print-bugs.ts';
import { printExport } from './print-export.ts';
import { progressBar } from './progress-bar.ts';
import { addSiteOptions, type SiteFlags, siteOptions } from './site-options.ts';
import { addTableOptions, type TableFlags, tableOptions } from './table-options.ts';

interface ExportFlags extends ConfigFlags, SiteFlags, TableFlags, BatchFlags, LimitFlags, CacheFlags, ParserFlags {
  readonly type?: string;
  readonly format: string;
  readonly out?: string;
  readonly columns?: string;
  readonly bom?: boolean;
  readonly includeInvalid?: boolean;
  readonly allowEmpty?: boolean;
}

/** Adds `guidepost export`; `done` receives the exit code. */
export function addExportCommand(program: Command, host: Host, done: (code: number) => void): void {
  addParserOption(
    addCacheOptions(addLimitOptions(addBatchOptions(addTableOptions(addSiteOptions(program.command('export')))))),
  )
    .summary('write guides in another format')
    .description('Writes guides as normalized data or pages. A guide with errors is refused, the others are written.')
    .argument('[paths...]', 'files, folders or globs; none is what the config names, else the current folder')
    .option('--format <name>', Object.keys(writers).join(', '), 'json')
    .option('--out <folder|file>', 'where to write; without it the result goes to standard output')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the best match')
    .option('--columns <names>', 'columns of a table, separated by commas: meta.slug,title')
    .option('--bom', 'begin a table with a byte order mark, for Excel')
    .option('--include-invalid', 'write guides with errors as well')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .option('--rule <id=off|warn|error>', 'switch a rule off, or change its severity; may be repeated', collect)
    .option('--allow-empty', 'accept that nothing is there to export')
    .action(async (paths: string[], flags: ExportFlags) => {
      const { config, locale } = await configOf(flags, host);
      const say = messagesFor(locale).batch;
      const writer = await formatNamed<() => Promise<Writer | StreamWriter>>(flags.format, writers, locale)();
      const cache = cacheOf(flags, host);
      const bar = progressBar(host);
      const result = await exportGuides(
        {
          paths,
          writer,
          ...(flags.type !== undefined && { type: flags.type }),
          ...(flags.parser && { parser: flags.parser }),
          ...(flags.out !== undefined && { out: flags.out }),
          ...(flags.columns !== undefined && { columns: flags.columns.split(',').map((name) => name.trim()) }),
          ...(await siteOptions(flags, locale, host)),
          ...tableOptions(flags, locale),
          ...batchOptions(flags, locale),
          onProgress: (stage, done, total) => bar.show(stage === 'check' ? say.checking : say.writing, done, total),
          ...limitsOf(flags),
          ...(cache && { cache }),
          bom: flags.bom ?? false,
          includeInvalid: flags.includeInvalid ?? false,
          allowEmpty: flags.allowEmpty ?? false,
          config,
          locale,
        },
        host,
      );
      bar.end();
      printExport(result, { out: flags.out, locale }, host);
      printBugs(result.bugs, locale, host);
      const { changed, refused, saved, bugs } = result;
      const failures = saved && 'failures' in saved ? saved.failures.length : 0;
      done(changed.length + failures + bugs.length > 0 ? 2 : refused.length > 0 ? 1 : 0);
    });
}
