import type { GuideTypeInfo, SchemaNode, SectionName, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { WantedSection } from './match-sections.ts';
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
const sections = new WeakMap<SchemaNode, readonly WantedSection[]>();

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
export function sectionsBelow(node: SchemaNode, type: GuideTypeInfo): readonly WantedSection[] {
  const found =
    sections.get(node) ??
    Object.entries(node.properties ?? {}).flatMap(([key, property]) => sectionsOf(key, type.resolve(property), type));
  sections.set(node, found);
  return found;
}

function sectionsOf(key: string, child: SchemaNode, type: GuideTypeInfo): readonly WantedSection[] {
  const at = childPointer('', key);
  const section: SectionName | undefined = child['x-source']?.section;
  if (section) return [{ key: at, section }];
  if (child['x-source']) return [];
  return sectionsBelow(child, type).map((inner) => ({ ...inner, key: at + inner.key }));
}
