import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { stackOf } from '../bug.ts';
import type { CollectionOptions } from '../collection.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { chooseLocale, messagesFor } from '../locale/messages.ts';
import { version } from '../version.ts';
import { answerRequests } from './answer-requests.ts';
import { fixAllKind } from './code-actions.ts';
import { Session } from './session.ts';
import { Workspaces } from './workspaces.ts';

/** Talks with an editor over the host's channel until the editor ends it. */
export async function serve(options: Omit<CollectionOptions, 'paths' | 'longest'>, outside: Host): Promise<void> {
  const { input, output } = outside.channel();
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    // An editor's language wins over that of the shell that started it.
    const host = params.locale === undefined ? outside : { ...outside, env: { ...outside.env, LC_ALL: params.locale } };
    const session = new Session({
      connection,
      documents,
      workspaces: new Workspaces(foldersOf(params), options, host),
      start: taskStarter(connection, options, host),
    });
    documents.onDidChangeContent(({ document }) => session.changed(document));
    documents.onDidSave(({ document }) => session.filesChanged([document.uri]));
    documents.onDidClose(({ document }) => session.closed(document.uri));
    connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes.map(({ uri }) => uri)));
    connection.onInitialized(async () => {
      if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
      const globs = ['**/*.{md,markdown,json,jsonc,yaml,yml}', '**/.{gitignore,guidepostignore}'];
      const watchers = globs.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    answerRequests(connection, session, {
      snippets: params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
      renamesFiles: params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    });
    return capabilities;
  });
  documents.listen(connection);
  connection.listen();
  await new Promise<void>((resolve) => connection.onExit(resolve));
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'guidepost', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    completionProvider: { triggerCharacters: ['#', '"', ' ', ':', '-', '[', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    renameProvider: { prepareProvider: true },
  },
};

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
}

/** A mistake in a config is shown once until it changes; a bug goes to the log, and the server lives on. */
function taskStarter(
  connection: Connection,
  options: CollectionOptions,
  { env }: Host,
): (task: () => Promise<void>) => void {
  let shown: string | undefined;
  return (task) => {
    task().then(
      () => {
        shown = undefined;
      },
      (error: unknown) => {
        if (error instanceof UserError) {
          const message = `guidepost: ${error.message}`;
          if (shown !== message)
            void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
          shown = message;
          return;
        }
        const message = `${messagesFor(chooseLocale(options.locale, env)).bug({ version })}\n${stackOf(error)}`;
        void connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message });
      },
    );
  };
}
