import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Position, Range } from 'vscode-languageserver';
import type { Collection } from '../collection.ts';
import type { Document, Guide, Problem, Range as TextRange } from '../model.ts';

/** A place in a file as editors count it: lines and characters from 0. */
export function editorPosition({ line, column }: Problem['range']['start']): Position {
  return { line: line - 1, character: column - 1 };
}

/** A run of a file's text as editors count it. */
export function editorRange(document: Pick<Document, 'positionAt'>, { start, end }: TextRange): Range {
  return { start: editorPosition(document.positionAt(start)), end: editorPosition(document.positionAt(end)) };
}

/** The address of a file by which editors know it. */
export function uriOf(path: string, { host }: Pick<Collection, 'host'>): string {
  return pathToFileURL(resolve(host.cwd, path)).href;
}

/** A run of a guide's text, with the address of its file. */
export function locationIn(guide: Guide, range: TextRange, collection: Pick<Collection, 'host'>): Location {
  const { document } = guide;
  return { uri: uriOf(document.source.path, collection), range: editorRange(document, range) };
}

/** True where an offset stands in a run, or at either end of it. */
export function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
