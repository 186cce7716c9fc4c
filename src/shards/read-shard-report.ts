import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { compileValidator, type Validate } from '../guide-types/compile-validator.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { version } from '../version.ts';
import type { ShardReport } from './shard-report.ts';
import { shardReportSchema } from './shard-report-schema.ts';

let validate: Validate | undefined;

/** Reads what `--format shard` wrote; whatever else the file is, is a `UserError`. */
export async function readShardReport(path: string, locale: Locale, host: Host): Promise<ShardReport> {
  const messages = messagesFor(locale).shards;
  const bytes = await host.files.readFile(resolve(host.cwd, path)).catch((cause: NodeJS.ErrnoException) => {
    throw new UserError(messages.unreadable({ path, code: cause.code ?? cause.message }), { cause });
  });
  const report = decoded(new TextDecoder().decode(bytes));
  if (typeof report !== 'object' || report === null || !('guidepost' in report) || !('shard' in report))
    throw new UserError(messages.foreign({ path }));
  if (report.guidepost !== version)
    throw new UserError(messages.otherVersion({ path, version: String(report.guidepost), own: version }));
  validate ??= compileValidator(shardReportSchema);
  if (validate(report).length > 0) throw new UserError(messages.foreign({ path }));
  // The schema has just been checked.
  return report as unknown as ShardReport;
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
