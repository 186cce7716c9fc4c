import type { GuideTypeInfo, JsonPointer, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { KnownLabels } from './find-labels.ts';
import { type PlannedSource, planSource } from './plan-source.ts';
import { SectionIndex, type WantedSection } from './section-index.ts';
import { valueParsers } from './values/index.ts';
import type { ValueParser } from './values/value-parser.ts';

/** Sources that the fixed property names of a form have without saying so. */
export type DefaultSources = Readonly<Record<string, Source>>;

/** A property of an object, and where its value stands. */
export interface PlannedProperty {
  readonly key: string;
  /** What its pointer adds to that of the object. */
  readonly step: JsonPointer;
  /** Its place in the order of the schema. */
  readonly position: number;
  readonly plan: NodePlan;
  readonly source: PlannedSource | undefined;
}

/**
 * A schema node, its `$ref` resolved, with what binding asks of it. A node is bound once for each object in each guide:
 * what does not depend on the guide is worked out once.
 */
export class NodePlan {
  readonly node: SchemaNode;
  readonly isArray: boolean;
  /** True where the properties are bound one by one; a text that a parser reads gives them all. */
  readonly isObject: boolean;
  readonly hasProperties: boolean;
  readonly isMarkdown: boolean;
  readonly parser: ValueParser | undefined;
  readonly #type: GuideTypeInfo;
  readonly #defaults: DefaultSources;
  #properties: readonly PlannedProperty[] | undefined;
  #inOrder: readonly PlannedProperty[] | undefined;
  #sections: SectionIndex | undefined;
  #labels: KnownLabels | undefined;
  readonly #items = new Map<DefaultSources | undefined, NodePlan>();

  constructor(node: SchemaNode, type: GuideTypeInfo, defaults: DefaultSources = {}) {
    this.node = node;
    this.#type = type;
    this.#defaults = defaults;
    const parser = node['x-parse'];
    this.isArray = node.type === 'array';
    this.hasProperties = node.properties !== undefined;
    this.isObject = this.hasProperties && !parser;
    this.isMarkdown = Boolean(node.contentMediaType);
    this.parser = parser === undefined ? undefined : valueParsers[parser];
  }

  /** The properties as the schema has them. */
  get properties(): readonly PlannedProperty[] {
    this.#properties ??= Object.entries(this.node.properties ?? {}).map(([key, property], position) => {
      const node = this.#type.resolve(property);
      const source = node['x-source'] ?? (Object.hasOwn(this.#defaults, key) ? this.#defaults[key] : undefined);
      const step = childPointer('', key);
      return { key, step, position, plan: new NodePlan(node, this.#type), source: source && planSource(source) };
    });
    return this.#properties;
  }

  /** True for the name of a property. */
  has(key: string): boolean {
    return this.node.properties !== undefined && Object.hasOwn(this.node.properties, key);
  }

  /** The properties in the order in which they are bound. */
  get inOrder(): readonly PlannedProperty[] {
    this.#inOrder ??= this.properties.toSorted((a, b) => (a.source?.phase ?? 0) - (b.source?.phase ?? 0));
    return this.#inOrder;
  }

  /** The sections of an object, those of objects that only group them included, by pointers that count from it. */
  get sections(): SectionIndex {
    this.#sections ??= new SectionIndex(wantedBelow(this, ''));
    return this.#sections;
  }

  /** The labels that the properties themselves say they go by. */
  get ownLabels(): KnownLabels {
    this.#labels ??= this.properties.flatMap(({ source }) => source?.labels ?? []);
    return this.#labels;
  }

  /** An array's items; `defaults` are the sources of those properties that name none. */
  itemWith(defaults?: DefaultSources): NodePlan {
    let item = this.#items.get(defaults);
    if (!item) {
      item = new NodePlan(this.#type.resolve(this.node.items ?? {}), this.#type, defaults);
      this.#items.set(defaults, item);
    }
    return item;
  }
}

const plans = new WeakMap<SchemaNode, NodePlan>();

/** The plan of a whole guide type. */
export function planOf(type: GuideTypeInfo): NodePlan {
  const plan = plans.get(type.schema) ?? new NodePlan(type.schema, type);
  plans.set(type.schema, plan);
  return plan;
}

function wantedBelow({ properties }: NodePlan, pointer: JsonPointer): WantedSection[] {
  return properties.flatMap(({ step, plan, source }) => {
    const section = source?.source.section;
    if (section) return [{ key: pointer + step, section }];
    return source ? [] : wantedBelow(plan, pointer + step);
  });
}
