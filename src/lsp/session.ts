import { fileURLToPath } from 'node:url';
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Collection } from '../collection.ts';
import { diagnosticOf } from './diagnostics.ts';
import { editorWords } from './editor-words.ts';
import type { CheckedGuide, Cursor, OpenGuide } from './open-guide.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** Where more than this is to be checked, it waits for a pause in typing. Length: UTF-16 units. */
const prompt = { guides: 150, length: 150_000 };

/** Unit: milliseconds. */
const pause = { typing: 200, files: 100 };

/** What an editor session works with. */
export interface SessionContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspaces: Workspaces;
  /** Runs a task that nobody waits for; says what went wrong with it. */
  start(task: () => Promise<void>): void;
}

/** One editor's conversation: its open files, and what it was told of their problems. */
export class Session {
  readonly #context: SessionContext;
  readonly #timers = new Map<Workspace, NodeJS.Timeout>();
  readonly #published = new Map<string, string>();

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** The guide that is open at an address; undefined for what is none. */
  async openGuide(uri: string): Promise<OpenGuide | undefined> {
    const file = this.#context.workspaces.fileAt(uri);
    const text = this.#context.documents.get(uri);
    if (!file || !text || !(await file.workspace.take(file.path, text))) return undefined;
    const collection = await file.workspace.collection;
    const guide = collection.guideAt(file.path);
    return guide && { uri, guide, collection };
  }

  async cursor(uri: string, position: Position): Promise<Cursor | undefined> {
    const text = this.#context.documents.get(uri);
    const open = await this.openGuide(uri);
    if (!open || !text) return undefined;
    // Most editors keep the mark that the file begins with to themselves.
    const hasMark = text.getText({ start: text.positionAt(0), end: text.positionAt(1) }) === '\uFEFF';
    return { ...open, offset: Math.max(0, text.offsetAt(position) - (hasMark ? 1 : 0)) };
  }

  async checked(open: OpenGuide): Promise<CheckedGuide> {
    const { path } = open.guide.document.source;
    return { ...open, problems: (await open.collection.problemsOf([path])).get(path) ?? [] };
  }

  /** A text was opened or changed. */
  changed(text: TextDocument): void {
    const workspace = this.#context.workspaces.fileAt(text.uri)?.workspace;
    if (!workspace) return;
    this.#context.start(async () => {
      const { guides } = await workspace.collection;
      const isSlow = guides.length > prompt.guides || text.getText().length > prompt.length;
      this.#checkSoon(workspace, isSlow ? pause.typing : 0);
    });
  }

  closed(uri: string): void {
    const file = this.#context.workspaces.fileAt(uri);
    if (!file) return;
    this.#context.start(async () => {
      this.#published.delete(uri);
      await this.#context.connection.sendDiagnostics({ uri, diagnostics: [] });
      await file.workspace.drop(file.path);
      this.#checkSoon(file.workspace, pause.files);
    });
  }

  /** Files changed on disk. */
  filesChanged(uris: readonly string[]): void {
    const paths = uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
    const wanted = paths.filter((path) => !/[\\/](?:node_modules|\.git)[\\/]/.test(path));
    for (const workspace of wanted.length > 0 ? this.#context.workspaces.all : []) {
      this.#context.start(async () => {
        const isGuide = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);
        if (
          await this.#needsReload(
            workspace,
            wanted.filter((path) => !isGuide(path)),
          )
        )
          await workspace.reload();
        else if (wanted.some(isGuide)) await workspace.refresh();
        else return;
        this.#checkSoon(workspace, pause.files);
      });
    }
  }

  async #needsReload(workspace: Workspace, paths: readonly string[]): Promise<boolean> {
    for (const path of paths) if (await workspace.isAboutChecking(path)) return true;
    return false;
  }

  #checkSoon(workspace: Workspace, delay: number): void {
    clearTimeout(this.#timers.get(workspace));
    this.#timers.set(
      workspace,
      setTimeout(() => this.#context.start(() => this.#check(workspace)), delay),
    );
  }

  /** Checks all open guides of a workspace: what is written in one may concern another. */
  async #check(workspace: Workspace): Promise<void> {
    const open = new Map<string, TextDocument>();
    for (const text of this.#context.documents.all()) {
      const file = this.#context.workspaces.fileAt(text.uri);
      if (file?.workspace === workspace && (await workspace.take(file.path, text))) open.set(file.path, text);
    }
    const collection = await workspace.collection;
    const versions = new Map([...open.values()].map(({ uri, version }) => [uri, version]));
    const problems = await collection.problemsOf([...open.keys()]);
    for (const [path, { uri }] of open) {
      const found = collection.isTooLong(path)
        ? [tooLong(collection)]
        : (problems.get(path) ?? []).map((problem) => diagnosticOf(problem, uri));
      await this.#publish(uri, versions.get(uri) ?? 0, found);
    }
  }

  async #publish(uri: string, version: number, diagnostics: Diagnostic[]): Promise<void> {
    const state = JSON.stringify([version, diagnostics]);
    if (this.#published.get(uri) === state || !this.#context.documents.get(uri)) return;
    this.#published.set(uri, state);
    await this.#context.connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

function tooLong({ locale }: Collection): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    source: 'guidepost',
    severity: DiagnosticSeverity.Information,
    message: editorWords[locale].tooLargeToType,
    range: { start, end: start },
  };
}
