import { findItems } from '../guide-types/find-items.ts';
import { findLabels } from '../guide-types/find-labels.ts';
import { normalizeHeading } from '../guide-types/normalize-heading.ts';
import type { Scope } from '../guide-types/scope.ts';
import type { SchemaNode } from '../model.ts';
import { mostFrequent } from './cluster-headings.ts';
import { byLanguage, type Region } from './learn-sections.ts';
import { always } from './learn-value.ts';
import { propertyName } from './property-name.ts';

interface Item {
  readonly scope: Scope;
  readonly outline: Region['outline'];
}

interface Label {
  readonly names: readonly string[];
  readonly share: number;
}

/** What the items of a section have in common: a name, labelled texts, the rest; plain texts where there is no more. */
export function learnItems(regions: readonly Region[], mode: 'headings' | 'list'): SchemaNode {
  const items = regions.flatMap(({ parts, outline }): Item[] =>
    findItems(parts, mode, outline.document.source.text).map((scope) => ({ scope, outline })),
  );
  const text = { type: 'string', minLength: 1 };
  if (mode === 'list' && !areTitled(items)) return text;
  const labels = labelsOf(items);
  const taken = new Set(['details', 'body']);
  const named = labels.map(({ names, share }) => {
    const key = propertyName(names, taken);
    taken.add(key);
    return { key, names, share };
  });
  const others = items.filter(
    ({ scope, outline }) => findLabels(scope.parts, outline.document.source.text, []).length > 0,
  );
  const hasDetails = named.length === 0 && others.length * 5 > items.length * 2;
  return {
    type: 'object',
    required: ['title', ...named.filter(({ share }) => share >= always).map(({ key }) => key)],
    properties: {
      title: { ...text, 'x-source': { heading: true } },
      ...Object.fromEntries(
        named.map(({ key, names }) => [
          key,
          { type: 'string', contentMediaType: 'text/markdown', 'x-source': { label: [...names] } },
        ]),
      ),
      ...(hasDetails && { details: detailsSchema }),
      body: { type: 'string', contentMediaType: 'text/markdown', 'x-source': { prose: 'rest' } },
    },
  };
}

const detailsSchema: SchemaNode = {
  'x-source': { labels: '*' },
  type: 'array',
  items: {
    type: 'object',
    required: ['label'],
    properties: { label: { type: 'string' }, text: { type: 'string' } },
  },
};

/** True when most list items say in bold type, or before a colon, what they are about. */
function areTitled(items: readonly Item[]): boolean {
  const titled = items.filter(({ scope }) => {
    const [first] = scope.parts;
    return first !== undefined && scope.title !== undefined && first.node.type === 'paragraph';
  });
  return titled.length * 5 >= items.length * 4 && items.length > 0;
}

/** The labels that most items have, those of a translation joined by their order. */
function labelsOf(items: readonly Item[]): Label[] {
  const parts = byLanguage(items).map((own) => labelsOfOne(own));
  const [first = [], second] = parts;
  if (!second) return first;
  // A translation has as many labels, in the same order; else nothing says which is which.
  if (second.length !== first.length) return [];
  return first.map(({ names, share }, index) => ({
    names: [...names, ...(second[index]?.names ?? [])],
    share: Math.min(share, second[index]?.share ?? 0),
  }));
}

function labelsOfOne(items: readonly Item[]): Label[] {
  const found = new Map<string, { items: Set<number>; names: string[]; positions: number[] }>();
  for (const [index, { scope, outline }] of items.entries()) {
    for (const [position, { label, normalized }] of findLabels(
      scope.parts,
      outline.document.source.text,
      [],
    ).entries()) {
      const [form = label.text] = normalized.forms;
      const entry = found.get(form) ?? { items: new Set(), names: [], positions: [] };
      entry.items.add(index);
      entry.names.push(label.text);
      entry.positions.push(position);
      found.set(form, entry);
    }
  }
  const usual = [...found.values()].filter((label) => label.items.size >= Math.max(items.length * 0.6, 2));
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);
  return usual
    .sort((a, b) => mean(a.positions) - mean(b.positions))
    .slice(0, 8)
    .map((label) => ({ names: distinctNames(label.names), share: label.items.size / items.length }));
}

function distinctNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return mostFrequent(names).filter((name) => {
    const [form = name] = normalizeHeading(name).forms;
    if (seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}
