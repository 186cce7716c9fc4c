import { describe, expect, it } from 'vitest';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { guideMarkdown } from '../src/writers/markdown/guide-markdown.ts';
import { bindText } from './bind-fixture.ts';

const texts: SchemaNode = { type: 'array', items: { type: 'string' }, 'x-parse': 'list' };
const inn = guideTypeOf('inn.schema.json', {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    languages: { ...texts, 'x-source': { label: ['言語', 'Languages'] } },
    season: { ...texts, 'x-source': { section: { name: '季節', aliases: ['Season'] } } },
  },
});

describe('several texts in one, where it is no cell', () => {
  it.each([
    ['behind a label', '- **言語:** 日本語、英語\n', { languages: ['日本語', '英語'] }],
    ['one behind a label', '- **Languages:** English\n', { languages: ['English'] }],
    ['in a section', '## Season\n\nspring, autumn\n', { season: ['spring', 'autumn'] }],
    ['nothing behind a label', '- **言語:**\n', {}],
  ])('%s', (_, text, value) => {
    const { type, path, ...read } = bindText(text, inn).value;
    expect(read).toEqual(value);
  });

  it.each([
    '- **言語:** 日本語、英語\n\n## 季節\n\n春、秋\n',
    '- **Languages:** German, English\n\n## Season\n\nspring\n',
  ])('%j is written as it was', (text) => {
    expect(guideMarkdown(bindText(text, inn).value, inn, {})).toBe(text);
  });
});
