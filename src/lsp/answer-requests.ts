import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { codeActions } from './code-actions.ts';
import { completeFrontMatter } from './complete-front-matter.ts';
import { completeHeading } from './complete-heading.ts';
import { documentSymbols } from './document-symbols.ts';
import { hoverAt } from './hover.ts';
import { definitionOf, referencesTo } from './navigation.ts';
import { editorRange } from './ranges.ts';
import { type Refusal, renameableAt, renameGuide } from './rename-guide.ts';
import type { Session } from './session.ts';

/** What an editor said it can do. */
export interface ClientAbilities {
  readonly snippets: boolean;
  readonly renamesFiles: boolean;
}

/** Answers what an editor asks about open guides; about other files there is nothing to say. */
export function answerRequests(connection: Connection, session: Session, client: ClientAbilities): void {
  connection.onHover(async ({ textDocument, position }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    return cursor && hoverAt({ ...cursor, ...(await session.checked(cursor)) });
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    return cursor && (completeFrontMatter(cursor, client) ?? completeHeading(cursor));
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    return cursor && definitionOf(cursor);
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    return cursor && referencesTo(cursor, { withDeclaration: context.includeDeclaration });
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await session.openGuide(textDocument.uri);
    return open && documentSymbols(open);
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const open = await session.openGuide(textDocument.uri);
    return open && codeActions(await session.checked(open), range, context.only);
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    if (!cursor) return undefined;
    const found = allowed(renameableAt(cursor));
    if (found instanceof ResponseError) return found;
    return { range: editorRange(cursor.guide.document, found.range), placeholder: found.name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const cursor = await session.cursor(textDocument.uri, position);
    return cursor && allowed(renameGuide(cursor, newName, client));
  });
}

function allowed<Result extends object>(result: Result | Refusal): Result | ResponseError<void> {
  return 'refused' in result ? new ResponseError(LSPErrorCodes.RequestFailed, result.refused) : result;
}
