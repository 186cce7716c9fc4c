import type { Range } from '../model.ts';
import type { Located, Part } from './scope.ts';

export interface FoundHashtags {
  /** Without `#`. */
  readonly tags: readonly Located[];
  /** All that belongs to them: whole paragraphs where nothing else stands there. */
  readonly claims: readonly Range[];
}

const hashtag = /[#＃](?<tag>[^\s#＃`、,，|*]+)/gu;
const codeSpan = /`(?<tag>[^`\n]+)`/gu;
const separators = /^[\s`、,，・|*+\d.-]*$/u;

/** Finds `#tag` words, bare, in one code span each, or all in one; without any, what stands in code spans. */
export function findHashtags(parts: readonly Part[], text: string): FoundHashtags {
  const blocks = parts.filter(({ node }) => node.type !== 'heading' && node.type !== 'thematicBreak');
  const found = collect(blocks, text, hashtag);
  return found.tags.length > 0 ? found : collect(blocks, text, codeSpan);
}

function collect(parts: readonly Part[], text: string, form: RegExp): FoundHashtags {
  const tags: Located[] = [];
  const claims: Range[] = [];
  for (const { range } of parts) {
    const source = text.slice(range.start, range.end);
    const matches = [...source.matchAll(form)];
    for (const match of matches) {
      const tag = match.groups?.tag ?? '';
      const start = range.start + match.index;
      const run = { start, end: start + match[0].length };
      tags.push({ text: tag, range: run });
      claims.push(run);
    }
    if (matches.length > 0 && separators.test(source.replaceAll(form, ''))) claims.push(range);
  }
  return { tags, claims };
}
