import { getLocation } from 'jsonc-parser';
import { lineStart } from '../line-start.ts';
import type { FrontMatterFormat, Range } from '../model.ts';
import { scanFrontMatter } from './scan-front-matter.ts';

/** Where in a front-matter block somebody is writing; the block need not be whole yet. */
export interface FrontMatterSpot {
  readonly format: FrontMatterFormat;
  /** The key that is being written, so far; of a value the key it stands under. */
  readonly key: string;
  readonly at: 'key' | 'value';
  /** For a value in a list. */
  readonly isElement: boolean;
  /** What has been written of the key or value, quotes included. */
  readonly range: Range;
}

/** Finds the key or value of the block's own mapping at an offset; undefined outside and in deeper values. */
export function locateInFrontMatter(text: string, offset: number): FrontMatterSpot | undefined {
  const block = scanFrontMatter(text);
  if (!block || offset < block.content.start || offset > block.content.end) return undefined;
  // The closing fence begins where the content ends; what is written there stands on the fence's line.
  if (block.closed && offset === block.content.end) return undefined;
  const { format = 'yaml' } = block;
  if (format === 'json') return inJson(text.slice(block.content.start, block.content.end), block.content.start, offset);
  const start = lineStart(text, offset);
  const before = text.slice(Math.max(start, block.content.start), offset);
  const above = text.slice(block.content.start, start).split(/\r\n|\n|\r/);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  return format === 'yaml' ? inYaml(before, after, above, offset) : inToml(before, after, above, offset);
}

function inJson(content: string, start: number, offset: number): FrontMatterSpot | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(content, offset - start);
  const [key, index, ...deeper] = path;
  if (typeof key !== 'string' || deeper.length > 0) return undefined;
  const isElement = typeof index === 'number';
  if (index !== undefined && !isElement) return undefined;
  const at = offset - start;
  const node = previousNode;
  const isUnder =
    node && node.offset <= at && at <= node.offset + node.length && isAtPropertyKey === (node.type === 'property');
  const range = isUnder
    ? { start: node.offset + start, end: node.offset + node.length + start }
    : { start: offset, end: offset };
  return { format: 'json', key, at: isAtPropertyKey ? 'key' : 'value', isElement, range };
}

function inYaml(before: string, after: string, above: readonly string[], offset: number): FrontMatterSpot | undefined {
  const word = /^[\w-]*$/.exec(before)?.[0];
  if (word !== undefined && !word.startsWith('-')) return keySpot('yaml', word, after, offset);
  const [, key, value] = /^([^\s#:'"-][^:#]*?)\s*:[ \t]+(.*)$/.exec(before) ?? [];
  if (key !== undefined && value !== undefined) return valueSpot('yaml', key, value, after, offset);
  const item = /^\s*-[ \t]+(.*)$/.exec(before)?.[1];
  if (item === undefined) return undefined;
  const owner = above.findLast((line) => line.trim() !== '' && !/^\s*(?:-|#)/.test(line));
  const list = owner === undefined ? undefined : /^([^\s#:'"-][^:#]*?)\s*:\s*(?:#.*)?$/.exec(owner)?.[1];
  return list === undefined ? undefined : { ...scalarSpot('yaml', list, item, after, offset), isElement: true };
}

function inToml(before: string, after: string, above: readonly string[], offset: number): FrontMatterSpot | undefined {
  if (above.some((line) => /^\s*\[/.test(line))) return undefined;
  const word = /^\s*([\w-]*)$/.exec(before)?.[1];
  if (word !== undefined) return keySpot('toml', word, after, offset);
  const [, key, value] = /^\s*([\w-]+)\s*=[ \t]*(.*)$/.exec(before) ?? [];
  return key === undefined || value === undefined ? undefined : valueSpot('toml', key, value, after, offset);
}

function keySpot(format: FrontMatterFormat, word: string, after: string, offset: number): FrontMatterSpot {
  const rest = /^[\w-]*/.exec(after)?.[0] ?? '';
  return {
    format,
    key: word + rest,
    at: 'key',
    isElement: false,
    range: { start: offset - word.length, end: offset + rest.length },
  };
}

function valueSpot(
  format: FrontMatterFormat,
  key: string,
  value: string,
  after: string,
  offset: number,
): FrontMatterSpot {
  if (!value.startsWith('[')) return scalarSpot(format, key, value, after, offset);
  const element = /[^[,]*$/.exec(value)?.[0].trimStart() ?? '';
  const rest = /^[^\],]*/.exec(after)?.[0].trimEnd() ?? '';
  return { ...scalarSpot(format, key, element, rest, offset), isElement: true };
}

function scalarSpot(
  format: FrontMatterFormat,
  key: string,
  value: string,
  after: string,
  offset: number,
): FrontMatterSpot {
  const rest = after.replace(/\s+#.*$/, '').trimEnd();
  return {
    format,
    key,
    at: 'value',
    isElement: false,
    range: { start: offset - value.length, end: offset + rest.length },
  };
}
