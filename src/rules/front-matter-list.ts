import { lineEndIn } from '../line-end.ts';
import { lineStart } from '../line-start.ts';
import type { FrontMatter, Range } from '../model.ts';

/** A list written as the front matter writes its other lists; it goes where `value` stands, `key` is the list's own. */
export function frontMatterList(words: readonly string[], text: string, block: FrontMatter, key: Range): string {
  const eol = lineEndIn(text.slice(block.content.start, block.content.end));
  const indent = columnText(text, key.start);
  const example = exampleList(text, block);
  if (block.format === 'yaml' && !example?.text.startsWith('[')) {
    const deeper = example ? columnText(text, example.at).replace(/-\s*$/, '') : `${indent}  `;
    return words.map((word) => `${eol}${deeper}- ${yamlScalar(word)}`).join('');
  }
  const written = words.map((word) => (block.format === 'yaml' ? yamlScalar(word, true) : JSON.stringify(word)));
  const spreads = example ? /[\r\n]/.test(example.text) : block.format === 'json';
  const space = block.format === 'yaml' ? ' ' : '';
  if (!spreads) return `${space}[${written.join(', ')}]`;
  const deeper = indent === '' ? '  ' : indent + indent;
  const comma = block.format === 'toml' ? ',' : '';
  return `${space}[${eol}${deeper}${written.join(`,${eol}${deeper}`)}${comma}${eol}${indent}]`;
}

/** The first list of the block: its text, and where its first element stands. */
function exampleList(text: string, block: FrontMatter): { text: string; at: number } | undefined {
  for (const [pointer, { value }] of block.places) {
    const first = block.places.get(`${pointer}/0`);
    if (first) return { text: text.slice(value.start, value.end), at: first.value.start };
  }
  return undefined;
}

/** What stands before an offset on its line. */
function columnText(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

const plain =
  /^[\p{L}][\p{L}\p{M}\p{N} _./+・ー＆&()（）-]*$|^\p{N}[\p{L}\p{M}\p{N} _・ー-]*\p{L}[\p{L}\p{M}\p{N} _・ー-]*$/u;
const keyword = /^(?:true|false|null|yes|no|on|off|y|n)$|^0[xo]|^\d[\d_]*e\d/i;

/** Quoted unless every YAML reader takes it as this text. */
function yamlScalar(word: string, inFlow = false): string {
  const isPlain = plain.test(word) && !keyword.test(word) && !word.endsWith(' ') && !(inFlow && /[[\]{},]/.test(word));
  return isPlain ? word : `'${word.replaceAll("'", "''")}'`;
}
