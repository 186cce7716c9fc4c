import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bind-fixture.ts';

/** The file that a fenced block of a page in docs/ shows: its info string says `title=NAME`. */
export function docsSnippet(page: string, title: string): string {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const start = text.search(new RegExp(`^\`\`\`\\w+ title=${title.replaceAll('.', '\\.')}$`, 'm'));
  if (start === -1) throw new Error(`docs/${page} shows no ${title}`);
  const first = text.indexOf('\n', start) + 1;
  return text.slice(first, text.indexOf('\n```', first) + 1);
}
