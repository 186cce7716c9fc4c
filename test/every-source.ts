import type { SchemaNode } from '../src/model.ts';

const text: SchemaNode = { type: 'string' };
const markdown: SchemaNode = { type: 'string', contentMediaType: 'text/markdown' };
const labelled: SchemaNode = { type: 'object', properties: { label: text, text } };

/** A guide type with every kind of source, small enough to generate values of. */
export const everySource: SchemaNode = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    meta: {
      'x-source': { frontMatter: true },
      type: 'object',
      properties: { slug: text, words: { type: 'array', items: text } },
    },
    title: { ...text, 'x-source': { heading: true } },
    opening: { ...markdown, 'x-source': { section: { name: '🎬 はじめに', aliases: ['Opening'] } } },
    plants: {
      'x-source': {
        section: { name: '🌿 植物', aliases: ['Plants'] },
        table: { columns: { name: ['名前', 'Plant name'], height: ['高さ', 'Height'], notes: ['備考', 'Remarks'] } },
      },
      type: 'array',
      items: {
        type: 'object',
        properties: { name: text, height: { type: 'integer', 'x-parse': 'integer' }, notes: text },
      },
    },
    duties: {
      'x-source': { section: { name: '🔧 仕事', aliases: ['Duties'] }, items: 'headings' },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          title: { ...text, 'x-source': { heading: true } },
          goal: { ...text, 'x-source': { label: ['ねらい', 'Goal of it'] } },
          details: { 'x-source': { labels: '*' }, type: 'array', items: labelled },
          body: { ...markdown, 'x-source': { prose: 'rest' } },
        },
      },
    },
    tools: {
      'x-source': { section: { name: '🧰 道具', aliases: ['Tools'] }, items: 'list' },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { ...text, 'x-source': { heading: true } },
          use: { ...text, 'x-source': { prose: 'rest' } },
        },
      },
    },
    steps: {
      'x-source': { section: { name: '🪜 手順', aliases: ['Steps'] }, items: 'list' },
      type: 'array',
      items: text,
    },
    questions: {
      'x-source': {
        section: { name: '❓ 質問集', aliases: ['Questions'] },
        questions: { question: ['質問', 'Q', 'Question'], answer: ['答え', 'Reply'] },
      },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          question: text,
          answer: text,
          group: text,
          hint: { ...text, 'x-source': { label: ['手がかり', 'Hint'] } },
        },
      },
    },
    place: {
      'x-source': { section: { name: '🏠 場所', aliases: ['Place'] } },
      type: 'object',
      properties: {
        kind: { ...text, 'x-source': { heading: '（(?<value>[^（）]+)）$' } },
        inside: { ...text, 'x-source': { section: { name: '屋内', aliases: ['Indoors'] } } },
        note: { ...markdown, 'x-source': { prose: 'rest' } },
      },
    },
    tags: { 'x-source': { section: { name: '🏷️ 札', aliases: ['Tags'] }, hashtags: true }, type: 'array', items: text },
    intros: {
      type: 'object',
      properties: {
        duties: { ...markdown, 'x-source': { prose: 'rest', of: '/duties' } },
        tools: { ...text, 'x-source': { prose: 'rest', of: '/tools' } },
      },
    },
    headings: {
      type: 'object',
      properties: {
        duties: { ...text, 'x-source': { heading: true, of: '/duties' } },
        tags: { ...text, 'x-source': { heading: true, of: '/tags' } },
      },
    },
    columns: {
      type: 'object',
      properties: {
        plants: { type: 'array', items: text, 'x-source': { headers: true, of: '/plants' } },
        questions: { type: 'array', items: text, 'x-source': { headers: true, of: '/questions' } },
      },
    },
    other: { ...markdown, 'x-source': { prose: 'rest' } },
  },
};
