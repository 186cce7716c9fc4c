import { basename, dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { readSource } from '../find/read-source.ts';
import { decodeGuideType, type GuideTypeFile } from '../guide-types/guide-type-file.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import { lineIndex } from '../parse/line-index.ts';

/** Something in a config that cannot be used: what, and the offset it stands at. */
export interface ConfigMistake {
  readonly offset: number;
  readonly message: string;
}

/** A config file as read: its value, not yet checked, and where each part of it stands. */
export interface ConfigFile extends GuideTypeFile {
  /** Absolute path. */
  readonly path: string;
  readonly folder: string;
  /** `guidepost.config.json:4:5` for an offset. */
  placeOf(offset: number): string;
}

/** Reads a config file; in a `package.json` the config stands under `guidepost`. One that gives no text is a `UserError`. */
export async function readConfigFile(path: string, host: Host, messages: Messages): Promise<ConfigFile> {
  const shown = displayPath(path, host);
  const source = await readSource({ path: shown, absolutePath: path }, host);
  if ('reason' in source)
    throw new UserError(messages.unreadableConfig({ path: shown, reason: messages.unreadable(source) }));
  const { value, ...decoded } = decodeGuideType(path, source.text);
  const isPackage = basename(path) === 'package.json';
  const positionAt = lineIndex(source.text);
  return {
    ...decoded,
    path,
    folder: dirname(path),
    value: isPackage ? guidepostOf(value) : (value ?? undefined),
    rangeAt: (pointer, part) => decoded.rangeAt(isPackage ? `/guidepost${pointer}` : pointer, part),
    placeOf(offset) {
      const { line, column } = positionAt(offset);
      return `${shown}:${line}:${column}`;
    },
  };
}

function guidepostOf(packageValue: unknown): unknown {
  if (typeof packageValue !== 'object' || packageValue === null || !('guidepost' in packageValue)) return undefined;
  return packageValue.guidepost;
}
