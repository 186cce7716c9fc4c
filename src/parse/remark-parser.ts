import { createRequire } from 'node:module';
import type { Root } from 'mdast';
import type remarkGfmPlugin from 'remark-gfm';
import type remarkParsePlugin from 'remark-parse';
import type * as unifiedModule from 'unified';
import { lazily } from '../deadline.ts';

type Parse = (text: string) => Root;

/** Parses with remark, the reference; loaded at its first use, as most runs never need it. */
export function parseWithRemark(text: string): Root {
  return parser()(text);
}

const parser = lazily(createParser);

function createParser(): Parse {
  // A dynamic import would make all parsing asynchronous for the sake of the rare text that the fast parser is not for.
  const require = createRequire(import.meta.url);
  const { unified } = require('unified') as typeof unifiedModule;
  const { default: remarkParse } = require('remark-parse') as { default: typeof remarkParsePlugin };
  const { default: remarkGfm } = require('remark-gfm') as { default: typeof remarkGfmPlugin };
  // A single tilde is a range sign in prices and ages (`500~800`), not a deletion.
  const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
  return (text) => processor.parse(text);
}
