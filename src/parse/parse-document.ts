import type { Document, FrontMatter, FrontMatterPlace, ParseFault, Range, SourceFile } from '../model.ts';
import { type DecodedFrontMatter, decodeFrontMatter } from './decode-front-matter.ts';
import { lineIndexOf } from './line-index.ts';
import { loadParser, type ParserChoice, readMarkdown } from './parse-markdown.ts';
import { type FrontMatterBlock, scanFrontMatter } from './scan-front-matter.ts';

/** Larger front matter is not decoded. Unit: UTF-16 units. */
const frontMatterLimit = 64 * 1024;

/** Parses a file; whatever is wrong with its front matter, the body is parsed all the same. */
export function parseDocument(source: SourceFile, parser?: ParserChoice): Document {
  // Work that is timed begins again when it comes to need the parser: that is now, not when front matter has been decoded.
  loadParser();
  const { text } = source;
  const block = scanFrontMatter(text);
  const faults: ParseFault[] = [];
  if (text.trim() === '') faults.push({ code: 'empty-file', range: { start: 0, end: 0 }, detail: '' });
  const frontMatter = block && readBlock(text, block, faults);
  // Blanks in place of the block keep every position of the syntax tree a position of the file.
  const body = block ? blanked(text.slice(0, block.range.end)) + text.slice(block.range.end) : text;
  const { tree, fault } = readMarkdown(body, parser);
  if (fault) faults.push(fault);
  return {
    source,
    ...(frontMatter && { frontMatter }),
    tree,
    faults,
    positionAt: lineIndexOf(source),
  };
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
}

function readBlock(text: string, block: FrontMatterBlock, faults: ParseFault[]): FrontMatter {
  const { format = 'yaml', range, content, open } = block;
  const broken: FrontMatter = { format, range, content, places: new Map() };
  if (!block.format) {
    faults.push({ code: 'front-matter-language', range: open, detail: block.language });
    return broken;
  }
  if (!block.closed) {
    faults.push({ code: 'front-matter-unclosed', range: open, detail: block.language.slice(0, 3) });
    return broken;
  }
  if (content.end - content.start > frontMatterLimit) {
    faults.push({ code: 'front-matter-too-large', range: open, detail: String(frontMatterLimit / 1024) });
    return broken;
  }
  if (open.start > 0) faults.push({ code: 'front-matter-not-first', range: { start: 0, end: open.start }, detail: '' });
  return withValue(broken, decodeFrontMatter(text.slice(content.start, content.end), format), faults);
}

function withValue(block: FrontMatter, decoded: DecodedFrontMatter, faults: ParseFault[]): FrontMatter {
  const { start, end } = block.content;
  const shift = (range: Range): Range => ({
    start: Math.min(range.start + start, end),
    end: Math.min(range.end + start, end),
  });
  if (decoded.fault) faults.push({ ...decoded.fault, range: shift(decoded.fault.range) });
  if (decoded.fault?.code === 'front-matter-syntax') return block;
  const value = decoded.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    faults.push({ code: 'front-matter-not-mapping', range: block.content, detail: '' });
    return block;
  }
  const places = new Map<string, FrontMatterPlace>();
  for (const [pointer, place] of decoded.places ?? []) {
    places.set(pointer, { ...(place.key && { key: shift(place.key) }), value: shift(place.value) });
  }
  return { ...block, value: value as Record<string, unknown>, places };
}
