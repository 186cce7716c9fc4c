import { posix } from 'node:path';
import { RenameFile, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import type { Guide, Range } from '../model.ts';
import { guideNames } from '../rules/guide-names.ts';
import { editorWords } from './editor-words.ts';
import { type Mention, mentionsIn, namedAt, slugRange } from './guide-mentions.ts';
import { isPlainYaml } from './is-plain-yaml.ts';
import type { Cursor } from './open-guide.ts';
import { editorRange, uriOf } from './ranges.ts';

/** Why a name cannot be changed, in a sentence for the writer. */
export interface Refusal {
  readonly refused: string;
}

/** The slug under the cursor, or the mention of one; a refusal elsewhere. */
export function renameableAt(cursor: Cursor): { readonly range: Range; readonly name: string } | Refusal {
  const named = namedAt(cursor);
  const target = named?.targets.find((guide) => slugRange(guide));
  if (!named || !target) return { refused: editorWords[cursor.collection.locale].nothingToRename };
  return { range: named.range, name: guideNames(target).all[0] };
}

/** Renames a guide everywhere: its slug, the fields and links that name it, and its file where that has the same name. */
export function renameGuide(
  cursor: Cursor,
  newName: string,
  client: { readonly renamesFiles: boolean },
): WorkspaceEdit | Refusal {
  const { collection } = cursor;
  const words = editorWords[collection.locale];
  const targets = (namedAt(cursor)?.targets ?? []).filter((guide) => slugRange(guide));
  const [first] = targets;
  if (!first) return { refused: words.nothingToRename };
  const pattern = slugPattern(first);
  if (!new RegExp(pattern, 'u').test(newName)) return { refused: words.nameUnfit({ name: newName, pattern }) };
  const taken = collection.guides.find((guide) => guideNames(guide).all[0] === newName && !targets.includes(guide));
  if (taken) return { refused: words.nameTaken({ name: newName, path: taken.document.source.path }) };

  const files = new Set(client.renamesFiles ? targets.filter(isFileNamedAfterIt) : []);
  const isRenamed = ({ kind, targets: named }: Mention): boolean =>
    named.some((guide) => (kind === 'field' ? targets.includes(guide) : files.has(guide)));
  const edits = new Map<Guide, TextEdit[]>();
  const replace = (guide: Guide, range: Range, newText: string): void => {
    const edit = { range: editorRange(guide.document, range), newText };
    edits.set(guide, [...(edits.get(guide) ?? []), edit]);
  };
  for (const guide of targets) {
    const range = slugRange(guide) ?? { start: 0, end: 0 };
    replace(guide, range, asValue(newName, guide, range));
  }
  for (const { kind, guide, range } of mentionsIn(collection).filter(isRenamed))
    replace(guide, range, kind === 'field' ? asValue(newName, guide, range) : newName);

  const uri = (guide: Guide): string => uriOf(guide.document.source.path, collection);
  if (!client.renamesFiles) return { changes: Object.fromEntries([...edits].map(([guide, own]) => [uri(guide), own])) };
  return {
    documentChanges: [
      ...[...edits].map(([guide, own]) => TextDocumentEdit.create({ uri: uri(guide), version: null }, own)),
      ...[...files].map((guide) => RenameFile.create(uri(guide), uriOf(renamedPath(guide, newName), collection))),
    ],
  };
}

/** A name as a value of the front matter; only in YAML may one stand without quotes, where it looks like text. */
function asValue(name: string, { document }: Guide, { start }: Range): string {
  const isQuoted = /["']/.test(document.source.text.charAt(start - 1));
  return isQuoted || isPlainYaml(name) ? name : JSON.stringify(name);
}

/** Whatever a type's schema allows, a name must do as a file name and as an address. */
const anyName = '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$';

function slugPattern({ type }: Guide): string {
  const slug = frontMatterFields(type).find(({ node }) => node['x-file-name'] === true);
  return typeof slug?.node.pattern === 'string' ? slug.node.pattern : anyName;
}

function isFileNamedAfterIt(guide: Guide): boolean {
  const { path } = guide.document.source;
  return posix.basename(path).startsWith(`${guideNames(guide).all[0]}.`);
}

function renamedPath(guide: Guide, newName: string): string {
  const { path } = guide.document.source;
  return posix.join(posix.dirname(path), newName + posix.basename(path).slice(guideNames(guide).all[0].length));
}
