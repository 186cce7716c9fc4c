import { resolve } from 'node:path';
import { UserError } from './errors.ts';
import { findGuides } from './find/find-guides.ts';
import { readSource, type UnreadableFile } from './find/read-source.ts';
import { bindGuide } from './guide-types/bind-guide.ts';
import { chooseType, leastShare } from './guide-types/choose-type.ts';
import type { GuideType } from './guide-types/guide-type.ts';
import { loadGuideType, loadShippedTypes } from './guide-types/load-guide-types.ts';
import type { Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Guide, Locale } from './model.ts';
import { parseDocument } from './parse/parse-document.ts';
import { nearestName } from './rules/nearest-name.ts';

export interface LoadOptions {
  /** Files, folders and globs; none is the working folder. */
  readonly paths: readonly string[];
  /** Name or schema file of the type that all guides have; undefined chooses the best match for each. */
  readonly type?: string;
  readonly allowEmpty: boolean;
  readonly locale: Locale;
}

/** Find, read, parse and bind: all guides that the paths stand for, and the files that gave no text. */
export async function loadGuides(
  options: LoadOptions,
  host: Host,
): Promise<{ guides: Guide[]; unreadable: UnreadableFile[] }> {
  const types = await typesFor(options, host);
  const files = await findGuides(options.paths, options, host);
  const guides: Guide[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of files) {
    const source = await readSource(file, host);
    if ('reason' in source) {
      unreadable.push(source);
      continue;
    }
    const document = parseDocument(source);
    const match = chooseType(document, types);
    if (!match) throw new Error('no guide type is known');
    const told = options.type !== undefined;
    const { found, wanted } = match;
    guides.push(bindGuide(document, match.type, { told, isGood: told || match.share >= leastShare, found, wanted }));
  }
  return { guides, unreadable };
}

async function typesFor(options: LoadOptions, host: Host): Promise<readonly GuideType[]> {
  const messages = messagesFor(options.locale);
  const shipped = await loadShippedTypes(host, messages);
  if (options.type === undefined) return [...shipped.values()];
  const known = shipped.get(options.type);
  if (known) return [known];
  if (/\.json$|[/\\]/.test(options.type)) return [await loadGuideType(resolve(host.cwd, options.type), host, messages)];
  const names = [...shipped.keys()];
  const nearest = nearestName(options.type, names);
  throw new UserError(messages.unknownType({ name: options.type, names, ...(nearest && { nearest }) }));
}
