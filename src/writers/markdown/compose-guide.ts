import type { ListItem, RootContent } from 'mdast';
import { findHashtags } from '../../guide-types/find-hashtags.ts';
import { partOf } from '../../guide-types/scope.ts';
import { valueText } from '../../guide-types/values/value-text.ts';
import type { GuideTypeInfo, JsonPointer, SchemaNode, Source } from '../../model.ts';
import { parseMarkdown } from '../../parse/parse-markdown.ts';
import { childPointer } from '../../parse/place-collector.ts';
import {
  assemble,
  type Composition,
  isObject,
  type JsonObject,
  markdownBlock,
  nameIn,
  type Piece,
  type Place,
  ranks,
  type Sources,
} from './composition.ts';
import { bold, inlineContent } from './inline-content.ts';
import { headingItems, listItems } from './items.ts';
import { led, ledItem } from './led-text.ts';
import { listOf } from './plain-blocks.ts';
import { composeBeside, composeProse } from './prose.ts';
import { questionBlocks } from './questions.ts';
import { type TableParts, tableBlock } from './tables.ts';
import { withPatternValue } from './titles.ts';
import { viewsOf } from './views.ts';

/** The blocks of a guide's body, from its value and its type alone. */
export function composeGuide(
  value: JsonObject,
  type: GuideTypeInfo,
  { isJapanese, isNew }: Pick<Composition, 'isJapanese' | 'isNew'>,
): RootContent[] {
  const composition: Composition = {
    type,
    value,
    views: viewsOf(type, value),
    isJapanese,
    isNew,
    deficit: 0,
    compose: (node, object, place, defaults = {}) => composeObject(node, object, place, defaults, composition),
  };
  const write = (chapterDepth: number): RootContent[] =>
    assemble(composition.compose(type.schema, value, { pointer: '', depth: chapterDepth - 1 }));
  const blocks = write(2);
  // A guide whose texts have chapters' headings in them had its chapters one level higher.
  return composition.deficit === 1 ? write(1) : blocks;
}

function composeObject(
  node: SchemaNode,
  value: JsonObject,
  place: Place,
  defaults: Sources,
  composition: Composition,
): Piece[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]): Piece[] => {
    const child = composition.type.resolve(property);
    const at = childPointer(place.pointer, key);
    const source = child['x-source'] ?? defaults[key];
    const own = value[key];
    if (!source) {
      const isGroup = child.properties !== undefined && child['x-parse'] === undefined;
      return isGroup ? composeObject(child, isObject(own) ? own : {}, { ...place, pointer: at }, {}, composition) : [];
    }
    return composeProperty(
      child,
      source,
      own,
      { ...place, pointer: at },
      siblingsOf(node, value, composition),
      composition,
    );
  });
}

/** What a property must know of the other ones of its object. */
interface Siblings {
  /** Values that the object's tables say in their headers. */
  readonly fromHeader: TableParts['fromHeader'];
  /** True when a list in the object's region would be taken for items. */
  readonly claimLists: boolean;
}

const alone: Siblings = { fromHeader: [], claimLists: false };

function siblingsOf(node: SchemaNode, value: JsonObject, { type }: Composition): Siblings {
  const properties = Object.entries(node.properties ?? {}).map(([key, property]) => ({
    key,
    node: type.resolve(property),
  }));
  const sources = properties.map((property) => property.node['x-source'] ?? {});
  return {
    fromHeader: properties.flatMap(({ key, node: child }) => {
      const header = child['x-source']?.header;
      const parse = child['x-parse'];
      return header === undefined || parse === undefined ? [] : [{ names: [header].flat(), parse, value: value[key] }];
    }),
    claimLists: sources.some(
      ({ section, items, questions }) => !section && (items !== undefined || questions !== undefined),
    ),
  };
}

/** `place` is the region that the property's object is written into, with the property's own pointer. */
function composeProperty(
  node: SchemaNode,
  source: Source,
  value: unknown,
  place: Place,
  siblings: Siblings,
  composition: Composition,
): Piece[] {
  if (source.of !== undefined || source.collect || source.frontMatter !== undefined) return [];
  if (source.group || source.header !== undefined) return [];
  if (source.heading !== undefined) return documentTitle(source, value, place);
  const chosen = composition.isNew ? source : alternative(source, value, place);
  if (chosen.section) return composeSection(node, chosen, value, place, composition);
  if (value === undefined || value === null) return [];
  if (chosen.label)
    return [{ rank: ranks.labels, blocks: [], items: [labelled(node, chosen, value, place, composition)] }];
  if (Array.isArray(value) && node['x-parse'] === undefined)
    return composeArray(node, chosen, value, place, siblings, composition);
  if (isObject(value) && node['x-parse'] === undefined) return composeObject(node, value, place, {}, composition);
  const text = valueText(node, value, composition.isJapanese);
  return composeProse(node, chosen, text, place, siblings.claimLists, composition);
}

/** Of two ways to write the same value the first; questions that have no group were read without a section of their own. */
function alternative(source: Source, value: unknown, place: Place): Source {
  if (!source.or?.questions || source.or.section || !Array.isArray(value)) return source;
  const implied = place.group ?? place.title;
  const isGrouped = value.some((item) => isObject(item) && item.group !== undefined && item.group === implied);
  return implied === undefined || isGrouped ? source : source.or;
}

function documentTitle(source: Source, value: unknown, { pointer }: Place): Piece[] {
  const isTop = pointer.lastIndexOf('/') === 0;
  if (!isTop || source.heading !== true || typeof value !== 'string') return [];
  return [{ rank: ranks.title, blocks: [{ type: 'heading', depth: 1, children: inlineContent(value, 'heading') }] }];
}

function composeSection(
  node: SchemaNode,
  source: Source,
  value: unknown,
  place: Place,
  composition: Composition,
): Piece[] {
  const { pointer } = place;
  const views = composition.views.prose(pointer);
  if (value === undefined && views.length === 0 && composition.views.heading(pointer) === undefined) return [];
  const depth = Math.min(place.depth + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  const group = place.group ?? place.title;
  const inner: Place = { pointer, depth, ...(group !== undefined && { group }) };
  const text = sectionHeading(node, source, value, pointer, composition);
  const { section, ...within } = source;
  const template = composition.isNew ? node['x-template'] : undefined;
  if (typeof template === 'string') {
    const heading: RootContent = { type: 'heading', depth, children: inlineContent(text, 'heading') };
    return [{ rank: ranks.sections, blocks: [heading, markdownBlock(template.trim(), depth + 1, composition)] }];
  }
  return [
    {
      rank: ranks.sections,
      blocks: [
        { type: 'heading', depth, children: inlineContent(text, 'heading') },
        ...assemble([
          ...views.flatMap((view) => composeBeside(view.node, view.text, source, inner, composition)),
          ...composeProperty(node, { prose: 'all', ...within }, value, inner, alone, composition),
        ]),
      ],
    },
  ];
}

/** The heading that the author wrote, else the schema's, with the values in it that patterns read from it. */
function sectionHeading(
  node: SchemaNode,
  source: Source,
  value: unknown,
  pointer: JsonPointer,
  { type, views, isJapanese }: Composition,
): string {
  const { name = '', aliases = [] } = source.section ?? {};
  let text = views.heading(pointer) ?? nameIn([name, ...aliases], { isJapanese });
  for (const [key, property] of Object.entries(node.properties ?? {})) {
    const { heading, of } = type.resolve(property)['x-source'] ?? {};
    const own = isObject(value) ? value[key] : undefined;
    if (heading === undefined || of !== undefined || typeof own !== 'string') continue;
    text = heading === true ? own : withPatternValue(text, heading, own);
  }
  return text;
}

function composeArray(
  node: SchemaNode,
  source: Source,
  values: readonly unknown[],
  place: Place,
  { fromHeader }: Siblings,
  composition: Composition,
): Piece[] {
  const item = composition.type.resolve(node.items ?? {});
  const headers = composition.views.headers(place.pointer);
  const hasOtherForm = source.items !== undefined;
  if (source.table && (headers || !hasOtherForm || !composition.views.knowsHeaders(place.pointer))) {
    if (values.length === 0 && !headers) return [];
    const rows = values.map((value) => (isObject(value) ? value : {}));
    const { columns } = source.table;
    return [{ rank: ranks.content, blocks: [tableBlock({ item, rows, columns, headers, fromHeader }, composition)] }];
  }
  if (source.questions)
    return [{ rank: ranks.items, blocks: questionBlocks(item, values, source.questions, place, composition) }];
  if (values.length === 0) return [];
  if (source.hashtags) return [{ rank: ranks.content, blocks: [hashtags(values.map(String))] }];
  if (source.labels) return [{ rank: ranks.labels, blocks: [], items: labelItems(item, values, composition) }];
  if (item.contentMediaType !== undefined)
    return [{ rank: ranks.items, blocks: [{ type: 'html', value: values.join('\n') }] }];
  if (source.items === 'list' || !item.properties)
    return [{ rank: ranks.items, blocks: [listOf(listItems(item, values, place, composition))] }];
  return [{ rank: ranks.items, blocks: headingItems(item, values, place, composition) }];
}

/** One code span a line: `#tag`, or without `#` where one of them could not be told from its neighbours then. */
function hashtags(tags: readonly string[]): RootContent {
  const forms = [tags.map((tag) => `\`#${tag}\``), tags.map((tag) => `\`${tag}\``)].map((lines) => lines.join('\n'));
  const reads = (markdown: string): boolean => {
    const read = findHashtags(parseMarkdown(markdown).children.map(partOf), markdown).tags.map(({ text }) => text);
    return read.length === tags.length && read.every((tag, index) => tag === tags[index]);
  };
  return { type: 'html', value: forms.find(reads) ?? forms[0] ?? '' };
}

function labelItems(item: SchemaNode, values: readonly unknown[], composition: Composition): ListItem[] {
  const text = composition.type.resolve(item.properties?.text ?? {});
  return values.map((value) => {
    const { label, text: own } = isObject(value) ? value : {};
    return ledItem([bold(String(label ?? ''), ':')], ' ', led(text, own, composition));
  });
}

function labelled(node: SchemaNode, source: Source, value: unknown, place: Place, composition: Composition): ListItem {
  const head = [bold(nameIn(source.label ?? [], composition), ':')];
  if (node['x-parse'] !== undefined || typeof value !== 'object')
    return ledItem(head, ' ', led(node, value, composition));
  const { label, ...within } = source;
  const pieces = composeProperty(node, within, value, { ...place, depth: 0 }, alone, composition);
  return ledItem(head, ' ', { inline: [], blocks: assemble(pieces) as ListItem['children'] });
}
