import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Position, Range } from 'vscode-languageserver';
import { main } from '../src/cli.ts';
import { nodeHost } from '../src/host.ts';
import { root } from './bind-fixture.ts';
import { builtGuidepost } from './built-guidepost.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

interface StartOptions {
  readonly flags?: readonly string[];
  readonly locale?: string;
  readonly isLoose?: boolean;
  /** The server is a process of its own, as it is for an editor, not a part of the tests. */
  readonly isProcess?: boolean;
  /** What the editor says of itself otherwise than most do. */
  readonly initialize?: object;
}

/** An editor as the server sees it. */
export class LspClient {
  readonly #process: ChildProcessWithoutNullStreams | undefined;
  readonly connection: MessageConnection;
  /** What the server showed to the user. */
  readonly shown: string[] = [];
  readonly log: string[] = [];
  #published: Published[] = [];
  #heard: () => void = () => {};
  readonly #texts = new Map<string, { text: string; version: number }>();
  #version = 0;
  readonly folder: string;

  private constructor(folder: string, { flags = [], isProcess = false }: StartOptions) {
    this.folder = folder;
    const argv = ['lsp', '--stdio', ...flags];
    const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' };
    if (isProcess) this.#process = spawn(process.execPath, [builtGuidepost, ...argv], { cwd: root, env });
    this.#process?.stderr.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    const [input, output] = this.#process ? [this.#process.stdin, this.#process.stdout] : startHere(argv, env);
    this.connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
    this.connection.onNotification('textDocument/publishDiagnostics', (message: Published) => {
      this.#published.push(message);
      this.#heard();
    });
    this.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void this.shown.push(message),
    );
    this.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void this.log.push(message),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async start(folder: string, options: StartOptions = {}): Promise<LspClient> {
    const client = new LspClient(folder, options);
    await client.connection.sendRequest('initialize', {
      processId: options.isProcess ? process.pid : null,
      rootUri: options.isLoose ? null : pathToFileURL(folder).href,
      ...(options.locale && { locale: options.locale }),
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
        workspace: {
          workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      ...options.initialize,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a file and waits for its problems. */
  async open(path: string, text: string): Promise<Diagnostic[]> {
    const uri = this.uri(path);
    this.#version += 1;
    const version = this.#version;
    this.#texts.set(path, { text, version });
    const told = this.published(path, version);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
    return told;
  }

  /** Replaces one run of an open text, as typing does, and waits for the problems. */
  async type(path: string, find: string, replacement: string): Promise<Diagnostic[]> {
    const before = this.#texts.get(path);
    if (!before?.text.includes(find)) throw new Error(`"${find}" does not stand in ${path}`);
    const start = before.text.indexOf(find);
    const range = { start: this.position(path, start), end: this.position(path, start + find.length) };
    const text = before.text.slice(0, start) + replacement + before.text.slice(start + find.length);
    this.#version += 1;
    const version = this.#version;
    this.#texts.set(path, { text, version });
    const told = this.published(path, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range, text: replacement }],
    });
    return told;
  }

  /** Closes all files, and waits until their problems are gone. */
  async closeAll(): Promise<void> {
    for (const path of [...this.#texts.keys()]) {
      const gone = this.published(path, undefined);
      await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
      await gone;
      this.#texts.delete(path);
    }
    this.#published = [];
    this.shown.length = 0;
  }

  /** The next problems of a version of a text, of the latest, or (undefined) those that belong to none. */
  async published(
    path: string,
    version: number | undefined | 'latest',
    isWanted: (diagnostics: Diagnostic[]) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const uri = this.uri(path);
    for (;;) {
      const wanted = version === 'latest' ? this.#texts.get(path)?.version : version;
      const found = this.#published.find(
        (one) => one.uri === uri && one.version === wanted && isWanted(one.diagnostics),
      );
      if (found) {
        this.#published = this.#published.filter((one) => one !== found);
        return found.diagnostics;
      }
      await new Promise<void>((resolve) => {
        const before = this.#heard;
        this.#heard = () => {
          before();
          resolve();
        };
      });
    }
  }

  text(path: string): string {
    return this.#texts.get(path)?.text ?? '';
  }

  position(path: string, offset: number): Position {
    const lines = this.text(path)
      .slice(0, offset)
      .split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  offset(path: string, { line, character }: Position): number {
    const before = this.text(path)
      .split(/(?<=\r\n|\n|\r(?!\n))/)
      .slice(0, line);
    return before.join('').length + character;
  }

  slice(path: string, { start, end }: Range): string {
    return this.text(path).slice(this.offset(path, start), this.offset(path, end));
  }

  /** Asks about the place behind `before`, which must stand in the text. */
  async at<Result>(method: string, path: string, before: string, more: object = {}): Promise<Result> {
    const index = this.text(path).indexOf(before);
    if (index < 0) throw new Error(`"${before}" does not stand in ${path}`);
    const position = this.position(path, index + before.length);
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  ask<Result>(method: string, path: string, more: object = {}): Promise<Result> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, ...more });
  }

  /** Ends the conversation as an editor does, and returns the exit code. */
  async stop(): Promise<number | null> {
    const ended = this.ended();
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return ended;
  }

  /** Writes what is no message. */
  say(text: string): void {
    this.#own().stdin.write(text);
  }

  /** Goes away without a word. */
  hangUp(): void {
    this.#own().stdin.end();
  }

  async ended(): Promise<number | null> {
    return new Promise((resolve) => this.#own().once('exit', resolve));
  }

  /** CPU time that the server has taken as a process, user and system; known on Linux only. Unit: milliseconds. */
  cpuTime(): number | undefined {
    const file = `/proc/${this.#process?.pid}/stat`;
    if (!existsSync(file)) return undefined;
    // Behind the name, which may hold anything, stand fields that count from the third, in hundredths of a second.
    const fields = readFileSync(file, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  kill(): void {
    if (this.#process) this.#process.kill();
    else this.connection.dispose();
  }

  #own(): ChildProcessWithoutNullStreams {
    if (!this.#process) throw new Error('the server is no process of its own');
    return this.#process;
  }
}

const outside = nodeHost();

/** A server within this process, by the two ends of its channel. */
function startHere(argv: readonly string[], env: NodeJS.ProcessEnv): [Writable, Readable] {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const nowhere = { ...outside.stdout, write: () => true };
  const host = { ...outside, cwd: root, env, channel: () => ({ input, output }), stdout: nowhere, stderr: nowhere };
  void main([...argv], host);
  return [input, output];
}
