import { Command, CommanderError, Option } from 'commander';
import { addExplainCommand } from './commands/explain-command.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addInitCommand } from './commands/init-command.ts';
import { addLintCommand } from './commands/lint-command.ts';
import { isInActions } from './commands/report-options.ts';
import { addNewCommand } from './commands/new-command.ts';
import { addSchemaCommand } from './commands/schema-command.ts';
import { addTypesCommand } from './commands/types-command.ts';
import { UserError } from './errors.ts';
import type { Host } from './host.ts';
import { chooseLocale, messagesFor } from './locale/messages.ts';
import { inertStream } from './reporters/inert-log.ts';
import { visible } from './reporters/visible-text.ts';
import { version } from './version.ts';

/**
 * Runs guidepost with its arguments (without `node` and the script) and returns the exit code: 0 nothing at error level,
 * 1 problems or refused guides, 2 the job could not be done.
 */
export async function main(argv: readonly string[], outside: Host): Promise<number> {
  // Whoever names a guide must not command the workflow that checks it.
  const host = isInActions(outside) ? { ...outside, stderr: inertStream(outside.stderr) } : outside;
  let code = 0;
  const program = createProgram(host, (exitCode) => {
    code = exitCode;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, argv, host);
  }
}

/** The commands and their flags; `done` receives the exit code of the one that ran. */
function createProgram(host: Host, done: (code: number) => void): Command {
  const program = new Command('guidepost')
    .description('Checks and converts structured Markdown guides.')
    .version(version)
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(run "guidepost --help" for all commands and flags)');
  addLintCommand(program, host, done);
  addExportCommand(program, host, done);
  addImportCommand(program, host, done);
  addNewCommand(program, host);
  addTypesCommand(program, host);
  addSchemaCommand(program, host);
  addExplainCommand(program, host);
  addInitCommand(program, host);
  for (const command of program.commands) {
    command.addOption(new Option('--locale <language>', 'language of messages').choices(['en', 'ja']));
    command.option('--color', 'colour the report').option('--no-color', 'do not colour the report');
  }
  return program;
}

function exitCodeOf(error: unknown, argv: readonly string[], host: Host): number {
  // Commander has printed its own sentence, or the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    // A file's mistakes stand on a line each.
    host.stderr.write(`guidepost: ${error.message.split('\n').map(visible).join('\n')}\n`);
    return 2;
  }
  const flag = argv[argv.indexOf('--locale') + 1];
  const locale = chooseLocale(
    argv.includes('--locale') && (flag === 'ja' || flag === 'en') ? flag : undefined,
    host.env,
  );
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.stderr.write(`guidepost: ${messagesFor(locale).bug({ version, stack })}\n`);
  return 2;
}
