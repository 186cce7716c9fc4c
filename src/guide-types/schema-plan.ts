import type { GuideTypeInfo, JsonPointer, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { SectionIndex, type WantedSection } from './section-index.ts';
import { phaseOf } from './source-kind.ts';

/** A property of an object, its `$ref` resolved, and where its value stands. */
export interface PlannedProperty {
  readonly key: string;
  readonly child: SchemaNode;
  readonly source: Source | undefined;
}

/** The properties of an object: their keys as the schema has them, and all in the order in which they are bound. */
export interface PropertyPlan {
  readonly keys: readonly string[];
  readonly inOrder: readonly PlannedProperty[];
}

// A schema node is bound once for each object in each guide: what does not depend on the guide is worked out once.
const plans = new WeakMap<SchemaNode, PropertyPlan>();
const sections = new WeakMap<SchemaNode, SectionIndex>();

/** The properties of a node; `defaults` are the sources of those that name none. */
export function propertiesOf(
  node: SchemaNode,
  type: GuideTypeInfo,
  defaults: Readonly<Record<string, Source>>,
): PropertyPlan {
  if (Object.keys(defaults).length > 0) return planOf(node, type, defaults);
  const plan = plans.get(node) ?? planOf(node, type, defaults);
  plans.set(node, plan);
  return plan;
}

function planOf(node: SchemaNode, type: GuideTypeInfo, defaults: Readonly<Record<string, Source>>): PropertyPlan {
  const properties = Object.entries(node.properties ?? {});
  return {
    keys: properties.map(([key]) => key),
    inOrder: properties
      .map(([key, property]) => ({ key, child: type.resolve(property) }))
      .map(({ key, child }) => ({ key, child, source: child['x-source'] ?? defaults[key] }))
      .sort((a, b) => phaseOf(a.source) - phaseOf(b.source)),
  };
}

/** The sections of an object, those of objects that only group them included, by pointers that count from it. */
export function sectionsBelow(node: SchemaNode, type: GuideTypeInfo): SectionIndex {
  const found = sections.get(node) ?? new SectionIndex(wantedBelow(node, '', type));
  sections.set(node, found);
  return found;
}

function wantedBelow(node: SchemaNode, pointer: JsonPointer, type: GuideTypeInfo): WantedSection[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const child = type.resolve(property);
    const at = childPointer(pointer, key);
    const section = child['x-source']?.section;
    if (section) return [{ key: at, section }];
    return child['x-source'] ? [] : wantedBelow(child, at, type);
  });
}
