import { basename } from 'node:path';
import type { SchemaNode } from '../model.ts';
import { questionWords } from './form-of.ts';
import { learnItems } from './learn-items.ts';
import { type LearnedSection, learnSections, type Region } from './learn-sections.ts';
import { learnTable } from './learn-table.ts';
import { always, learnObject } from './learn-value.ts';
import type { Outline } from './outline.ts';

const markdown = { type: 'string', contentMediaType: 'text/markdown' };

/** The guide type that guides of one shape have in common. */
export function learnSchema(outlines: readonly Outline[], name: string): SchemaNode {
  const withMeta = outlines.filter(({ keys }) => keys.size > 0);
  const withTitle = outlines.filter(({ headings }) => headings.some(({ depth }) => depth === 1));
  const sections = learnSections(outlines.map((outline) => ({ outline, parts: outline.parts })));
  const isUsual = (some: readonly Outline[]): boolean => some.length >= outlines.length * always;
  const required = [
    ...(withMeta.length > 0 && isUsual(withMeta) ? ['meta'] : []),
    ...(withTitle.length > 0 && isUsual(withTitle) ? ['title'] : []),
    ...sections.filter(({ share }) => share >= always).map(({ key }) => key),
  ];
  const schemas = sections.map((section) => [section.key, sectionSchema(section, 0)] as const);
  const lists = new Set(schemas.filter(([, schema]) => schema.type === 'array').map(([key]) => key));
  const intros = sections.filter((section) => lists.has(section.key) && hasIntro(section));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    type: 'object',
    required,
    properties: {
      ...(withMeta.length > 0 && { meta: metaSchema(withMeta) }),
      ...(withTitle.length > 0 && { title: { type: 'string', minLength: 1, 'x-source': { heading: true } } }),
      ...Object.fromEntries(schemas),
      ...(intros.length > 0 && {
        intros: {
          type: 'object',
          properties: Object.fromEntries(
            intros.map(({ key }) => [key, { ...markdown, 'x-source': { prose: 'rest', of: `/${key}` } }]),
          ),
        },
      }),
      other: { ...markdown, 'x-source': { prose: 'rest' } },
    },
  };
}

function metaSchema(outlines: readonly Outline[]): SchemaNode {
  const values = outlines.map(({ document }) => document.frontMatter?.value ?? {});
  const schema = learnObject(values);
  const formats = new Set(outlines.map(({ document }) => document.frontMatter?.format));
  const [format] = formats;
  const properties = Object.entries(schema.properties ?? {}).map(([key, node]) => [
    key,
    { ...node, ...addressKeywords(key, node, outlines) },
  ]);
  return {
    'x-source': { frontMatter: true },
    ...(formats.size === 1 && format && { 'x-format': format }),
    ...schema,
    properties: Object.fromEntries(properties),
  };
}

/** What is special about the key by which a guide is known, and about keys that name other guides. */
function addressKeywords(key: string, node: SchemaNode, outlines: readonly Outline[]): object {
  if (outlines.length < 2 || (node.type !== 'string' && node.type !== 'array')) return {};
  const fieldOf = ({ document }: Outline): unknown => document.frontMatter?.value?.[key];
  const values = outlines.map(fieldOf);
  const isFileName = outlines.every(
    (outline) => fieldOf(outline) === basename(outline.document.source.path).replace(/\.[^.]*$/, ''),
  );
  if (isFileName) return { 'x-file-name': true, 'x-unique-across': true };
  const slugs = new Set(outlines.map(({ document }) => document.frontMatter?.value?.slug));
  const named = values.flat().filter((value) => value !== undefined);
  if (key !== 'slug' && named.length > 1 && named.every((value) => typeof value === 'string' && slugs.has(value)))
    return { 'x-refers-to': '/meta/slug' };
  const isDistinct = new Set(values).size === values.length && outlines.length > 4;
  return isDistinct && /^(?:slug|id|title|permalink|url)$/i.test(key) ? { 'x-unique-across': true } : {};
}

function sectionSchema(section: LearnedSection, level: number): SchemaNode {
  const { name, aliases, form, regions } = section;
  const source = { section: { name, ...(aliases.length > 0 && { aliases }) } };
  const children = level === 0 && form !== 'questions' ? childrenOf(regions) : [];
  if (children.length > 0) {
    const required = children.filter(({ share }) => share >= always).map(({ key }) => key);
    return {
      'x-source': source,
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: {
        ...Object.fromEntries(children.map((child) => [child.key, sectionSchema(child, 1)])),
        text: { ...markdown, 'x-source': { prose: 'rest' } },
      },
    };
  }
  const list = (own: object, items: SchemaNode): SchemaNode => ({
    'x-source': { ...source, ...own },
    type: 'array',
    minItems: 1,
    items,
  });
  switch (form) {
    case 'hashtags':
      return list({ hashtags: true }, { type: 'string', minLength: 1 });
    case 'questions':
      return list({ questions: questionWords }, questionSchema);
    case 'table': {
      const { source: table, items } = learnTable(regions);
      return list(table, items);
    }
    case 'headings':
    case 'list':
      return list({ items: form === 'headings' ? 'any' : 'list' }, learnItems(regions, form));
    default:
      return { 'x-source': source, ...markdown, minLength: 1 };
  }
}

const questionSchema: SchemaNode = {
  type: 'object',
  required: ['question'],
  properties: {
    question: { type: 'string', minLength: 1 },
    answer: { type: ['string', 'null'] },
    group: { type: 'string' },
  },
};

/** The sub-sections that a section's guides share, where its sub-headings are more than the names of items. */
function childrenOf(regions: readonly Region[]): LearnedSection[] {
  if (regions.length < 2) return [];
  const children = learnSections(regions).filter(({ share }) => share >= 0.5);
  const covered = children.reduce((sum, child) => sum + child.regions.length, 0);
  const headings = regions.flatMap(({ parts }) => {
    const depths = parts.flatMap(({ node }) => (node.type === 'heading' ? [node.depth] : []));
    return depths.filter((depth) => depth === Math.min(...depths));
  });
  return covered >= headings.length * 0.6 ? children : [];
}

/** True when some guide says something in the section besides its items. */
function hasIntro({ regions }: LearnedSection): boolean {
  return regions.some(({ parts }) => parts[0]?.node.type === 'paragraph' && parts.length > 1);
}
