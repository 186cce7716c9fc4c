import { Command, CommanderError, Option } from 'commander';
import { addLintCommand } from './commands/lint-command.ts';
import { printFailure } from './commands/print-failure.ts';
import { insideProject } from './find/inside-project.ts';
import type { Host } from './host.ts';
import { chooseLocale } from './locale/messages.ts';
import type { Locale } from './model.ts';
import { inertStream } from './reporters/inert-log.ts';
import { visible } from './reporters/visible-text.ts';
import { version } from './version.ts';

/**
 * Runs guidepost with its arguments (without `node` and the script) and returns the exit code: 0 nothing at error level,
 * 1 problems or refused guides, 2 the job could not be done.
 */
export async function main(argv: readonly string[], outside: Host): Promise<number> {
  // Whoever names a guide must not command the workflow that checks it.
  const locale = localeAsked(argv, outside);
  const host = insideProject({ ...outside, stderr: inertStream(outside.stderr) }, locale);
  let code = 0;
  try {
    const program = await createProgram(argv, host, (exitCode) => {
      code = exitCode;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, locale, host);
  }
}

type AddCommand = (program: Command, host: Host, done: (code: number) => void) => void;

/**
 * The commands in the order of the help. Nearly every run is one of `lint`, and the others need most of it; what only they
 * need is loaded where they may run.
 */
const commands = {
  lint: async () => addLintCommand,
  'merge-reports': async () => (await import('./commands/merge-reports-command.ts')).addMergeReportsCommand,
  export: async () => (await import('./commands/export-command.ts')).addExportCommand,
  import: async () => (await import('./commands/import-command.ts')).addImportCommand,
  new: async () => (await import('./commands/new-command.ts')).addNewCommand,
  types: async () => (await import('./commands/types-command.ts')).addTypesCommand,
  schema: async () => (await import('./commands/schema-command.ts')).addSchemaCommand,
  explain: async () => (await import('./commands/explain-command.ts')).addExplainCommand,
  init: async () => (await import('./commands/init-command.ts')).addInitCommand,
  lsp: async () => (await import('./commands/lsp-command.ts')).addLspCommand,
} satisfies Record<string, () => Promise<AddCommand>>;

type CommandName = keyof typeof commands;

/** The command that the first argument names; where it names none, help and errors speak of all. */
function commandsFor([first = '']: readonly string[]): readonly CommandName[] {
  const all = Object.keys(commands) as CommandName[];
  const named = all.filter((name) => name === first);
  return named.length > 0 ? named : all;
}

/** The commands and their flags; `done` receives the exit code of the one that ran. */
async function createProgram(argv: readonly string[], host: Host, done: (code: number) => void): Promise<Command> {
  const program = new Command('guidepost')
    .description('Checks and converts structured Markdown guides.')
    .version(version)
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text.split('\n').map(visible).join('\n')),
    })
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(run "guidepost --help" for all commands and flags)');
  for (const name of commandsFor(argv)) (await commands[name]())(program, host, done);
  for (const command of program.commands) {
    command.addOption(new Option('--locale <language>', 'language of messages').choices(['en', 'ja']));
    command.option('--color', 'colour the report').option('--no-color', 'do not colour the report');
  }
  return program;
}

/** The language that the call asks for; read by hand, as it is needed before the flags are. */
function localeAsked(argv: readonly string[], { env }: Host): Locale {
  const flag = argv.includes('--locale') ? argv[argv.indexOf('--locale') + 1] : undefined;
  return chooseLocale(flag === 'ja' || flag === 'en' ? flag : undefined, env);
}

function exitCodeOf(error: unknown, locale: Locale, host: Host): number {
  // Commander has printed its own sentence, or the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  printFailure(error, locale, host);
  return 2;
}
