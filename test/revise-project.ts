import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode, SourceFile } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { reviseGuide } from '../src/revise/revise-guide.ts';

const text: SchemaNode = { type: 'string' };
const texts: SchemaNode = { type: 'array', items: text };

/** The schema of `innType`. */
export const innSchema: SchemaNode = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    slug: { ...text, 'x-source': { frontMatter: 'slug' } },
    published: { ...text, format: 'date', 'x-source': { frontMatter: ['published_at', 'date'] } },
    servings: { type: 'integer', 'x-source': { frontMatter: 'servings' } },
    draft: { type: 'boolean', 'x-source': { frontMatter: 'draft' } },
    words: { ...texts, 'x-source': { frontMatter: 'words' } },
    title: { ...text, 'x-source': { heading: true } },
    facts: {
      'x-source': { section: { name: 'Facts', aliases: ['基本情報'] } },
      type: 'object',
      properties: {
        opened: { ...text, 'x-parse': 'date', 'x-source': { label: ['Opened', '開業日'] } },
        area: { ...text, 'x-source': { label: ['Area', '地区'] } },
        visitors: { type: 'integer', 'x-parse': 'integer', 'x-source': { label: ['Visitors', '来客数'] } },
        languages: { ...texts, 'x-parse': 'list', 'x-source': { label: ['Languages', '言語'] } },
        parking: { type: 'boolean', 'x-parse': 'mark', 'x-source': { label: ['Parking', '駐車場'] } },
        season: { 'x-parse': 'year-range', 'x-source': { label: ['Years', '年数'] } },
      },
    },
    rooms: {
      'x-source': {
        section: { name: 'Rooms', aliases: ['部屋'] },
        table: {
          columns: {
            name: ['Room', '部屋'],
            beds: ['Beds', 'ベッド'],
            price: ['Price', '料金'],
            bath: ['Bath', '風呂'],
            since: ['Since', '開始日'],
            views: ['Views', '眺め'],
            remarks: ['Remarks', '備考'],
          },
        },
      },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: text,
          beds: { type: 'integer', 'x-parse': 'integer' },
          price: { type: 'object', 'x-parse': 'money-range', properties: { text, min: {}, max: {}, openEnded: {} } },
          bath: { type: 'boolean', 'x-parse': 'mark' },
          since: { ...text, 'x-parse': 'date' },
          views: { ...texts, 'x-parse': 'list' },
          remarks: { type: 'string', contentMediaType: 'text/markdown' },
        },
      },
    },
    steps: { ...texts, 'x-source': { section: { name: 'Steps', aliases: ['手順'] }, items: 'list' } },
    notes: {
      type: 'string',
      contentMediaType: 'text/markdown',
      'x-source': { section: { name: 'Notes', aliases: ['備考'] } },
    },
    tags: { ...texts, 'x-source': { section: { name: 'Tags', aliases: ['タグ'] }, hashtags: true } },
    intro: { ...text, 'x-source': { prose: 'rest' } },
  },
};

/** A guide type of an inn: front matter, labels, a table, a list, prose and hashtags. */
export const innType: GuideType = guideTypeOf('inn.schema.json', innSchema);

/** The Markdown after some values were given others, or why the first one that was refused could not be. */
export function revised(markdown: string, values: Readonly<Record<string, unknown>>, type = innType): string {
  const bind = (source: SourceFile) => bindGuide(parseDocument(source), type);
  const changes = Object.entries(values).map(([pointer, value]) => ({ pointer, value }));
  const guide = bind({ path: 'inn.md', text: markdown, bom: false });
  const { guide: after, refused } = reviseGuide(guide, changes, bind);
  const [first] = refused;
  return first ? `${first[0].pointer}: ${first[1]}` : after.document.source.text;
}
