import type { Document, Range } from '../model.ts';
import { toml, yaml } from './front-matter-libraries.ts';

/** The comments in a file's front matter, from their `#` to the end of the line; JSON has none. */
export function frontMatterComments({ frontMatter, source }: Document): Range[] {
  if (!frontMatter || frontMatter.format === 'json') return [];
  const { start, end } = frontMatter.content;
  const text = source.text.slice(start, end);
  const comments = frontMatter.format === 'yaml' ? yamlComments(text) : tomlComments(text);
  return comments.map((comment) => ({ start: comment.start + start, end: comment.end + start }));
}

function yamlComments(text: string): Range[] {
  const { Lexer } = yaml();
  const comments: Range[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    // The lexer's own marks (document start, scalar, end of a flow) stand for nothing in the text.
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue;
    if (token.startsWith('#')) comments.push({ start: offset, end: offset + token.length });
    offset += token.length;
  }
  return comments;
}

/** None in a broken block: it is a problem already. */
function tomlComments(text: string): Range[] {
  const { ParseError, parseTOML } = toml();
  try {
    return parseTOML(text, { tomlVersion: '1.0' }).comments.map(({ range: [start, end] }) => ({ start, end }));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return [];
  }
}
