import type { Document, FrontMatter, ParseFault } from '../../model.ts';
import { jsonFault } from './json-fault.ts';
import { lineAt, type SyntaxFault } from './syntax-fault.ts';
import { tomlFault } from './toml-fault.ts';
import { yamlFault } from './yaml-fault.ts';

/** What keeps a front-matter block from being read, as exactly as the decoder's word for it allows. */
export function readSyntaxFault(
  { source: { text } }: Document,
  { format, content }: FrontMatter,
  fault: ParseFault,
): SyntaxFault {
  const open = format === 'json' ? undefined : missingFence(text, content.start, fault, format);
  if (open) return open;
  if (format === 'json') return jsonFault(text, fault, content);
  return format === 'yaml' ? yamlFault(text, fault, content) : tomlFault(text, fault, content);
}

/** A heading and running text before the fault: the block was never closed, and a break further down was taken for its end. */
function missingFence(text: string, start: number, { range }: ParseFault, format: string): SyntaxFault | undefined {
  const heading = /^[ \t]*\r?\n(?=#{1,6} )/m.exec(text.slice(start, range.start));
  const line = lineAt(text, range.start);
  if (!heading || /^\s*(?:[\w-]+\s*[:=]|-\s)/.test(text.slice(line.start, line.end))) return undefined;
  const first = lineAt(text, start + heading.index + heading[0].length);
  const wanted = format === 'toml' ? '+++' : '---';
  return { kind: 'fenceMissing', range: first, found: text.slice(first.start, first.end), wanted };
}
