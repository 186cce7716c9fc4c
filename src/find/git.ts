import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';

/** The repository around a working folder, asked through the git program. */
export class Git {
  readonly #top: string;
  /** The working folder with its links followed, as git sees it. */
  readonly #folder: string;
  readonly #host: Host;
  readonly #ask: Ask;

  private constructor(top: string, folder: string, ask: Ask, host: Host) {
    this.#top = top;
    this.#folder = folder;
    this.#ask = ask;
    this.#host = host;
  }

  /** Opens the repository of the working folder; without git, or outside of a repository, that is a `UserError`. */
  static async open(flag: string, locale: Locale, host: Host): Promise<Git> {
    const messages = messagesFor(locale).changes;
    const ask: Ask = async (args, input) => {
      // Looking must not wait for, nor hinder, whoever works in the repository.
      const quiet = ['--no-optional-locks', '-c', 'core.quotePath=false', ...args];
      const result = await host.run('git', quiet, input).catch((cause: NodeJS.ErrnoException) => {
        throw new UserError(messages.withoutGit({ flag, code: cause.code ?? cause.message }), { cause });
      });
      return {
        code: result.code,
        output: result.stdout,
        expected() {
          if (result.code === 0) return result.stdout;
          throw new UserError(messages.gitRefuses({ flag, detail: firstLine(result.stderr) }));
        },
      };
    };
    const top = textOf((await ask(['rev-parse', '--show-toplevel'])).expected()).replace(/\r?\n$/, '');
    return new Git(resolve(top), await host.files.realpath(host.cwd), ask, host);
  }

  /** Runs git in the top folder; failing is a `UserError` that quotes it. */
  async run(args: readonly string[], input?: string): Promise<Uint8Array> {
    return (await this.#ask(['-C', this.#top, ...args], input)).expected();
  }

  /** The paths, or other names, that a git command with `-z` prints. */
  async list(args: readonly string[]): Promise<string[]> {
    return textOf(await this.run(args))
      .split('\0')
      .slice(0, -1);
  }

  /** The one line that a command prints; undefined when it fails, as where there is nothing to tell. */
  async line(args: readonly string[]): Promise<string | undefined> {
    const { code, output } = await this.#ask(['-C', this.#top, ...args]);
    return code === 0 ? textOf(output).trim() : undefined;
  }

  /** What git calls a file, given as people read it (from the working folder) or by its absolute path. */
  repositoryPath(path: string): string {
    const inRepository = relative(
      this.#top,
      resolve(this.#folder, relative(this.#host.cwd, resolve(this.#host.cwd, path))),
    );
    return sep === '\\' ? inRepository.replaceAll('\\', '/') : inRepository;
  }

  /** Absolute path of what git calls a file. */
  absolutePath(path: string): string {
    return join(this.#top, path);
  }
}

type Ask = (
  args: readonly string[],
  input?: string,
) => Promise<{ readonly code: number; readonly output: Uint8Array; expected(): Uint8Array }>;

/** Git's texts; names of files that are not UTF-8 are no longer found. */
export function textOf(output: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(output);
}

function firstLine(text: string): string {
  return text.trim().split(/\r?\n/)[0] ?? '';
}
