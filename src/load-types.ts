import { resolve } from 'node:path';
import type { Config, ConfiguredType } from './config/config.ts';
import { UserError } from './errors.ts';
import { decideType, type TypeChoice } from './guide-types/decide-type.ts';
import type { GuideType } from './guide-types/guide-type.ts';
import { loadGuideType, loadShippedTypes } from './guide-types/load-guide-types.ts';
import type { Host } from './host.ts';
import { type Messages, messagesFor } from './locale/messages.ts';
import type { Document, Locale } from './model.ts';
import { nearestName } from './nearest-name.ts';

export interface TypeOptions {
  /** Name or schema file of the type that all guides have. */
  readonly type?: string;
  readonly config: Config;
  readonly locale: Locale;
}

/** The guide types of a run. */
export interface KnownTypes {
  /** By name; a type of the config stands before a shipped one of the same name. */
  readonly known: ReadonlyMap<string, GuideType>;
  readonly configured: ReadonlyMap<ConfiguredType, GuideType>;
  /** The type that was asked for. */
  readonly forced?: GuideType;
}

/** Loads the guide types that the config names and those that come with guidepost. */
export async function loadKnownTypes(options: TypeOptions, host: Host): Promise<KnownTypes> {
  const messages = messagesFor(options.locale);
  const shipped = await loadShippedTypes(host, messages);
  const configured = await configuredTypes(options.config, shipped, host, messages);
  const known = new Map([...shipped, ...[...configured.values()].map((type) => [type.name, type] as const)]);
  if (options.type === undefined) return { known, configured };
  return { known, configured, forced: await typeNamed(options.type, known, host, messages) };
}

/** The types of a run, and what decides for each document which of them it has. */
export interface TypeDecision {
  /** Each once, in an order that only the types decide. */
  readonly types: readonly GuideType[];
  typeOf(document: Document): TypeChoice;
}

/** Loads the guide types of a run. */
export async function loadTypes(options: TypeOptions, host: Host): Promise<TypeDecision> {
  const { known, configured, forced } = await loadKnownTypes(options, host);
  return {
    types: [...new Set([...known.values(), ...configured.values(), ...(forced ? [forced] : [])])],
    typeOf(document) {
      const entry = options.config.typeFor(document.source.path);
      const inConfig = entry && configured.get(entry);
      return decideType(document, { ...(forced && { forced }), ...(inConfig && { configured: inConfig }), known });
    },
  };
}

/** The types of the config by entry; a schema that several entries name is loaded once. */
async function configuredTypes(
  config: Config,
  shipped: ReadonlyMap<string, GuideType>,
  host: Host,
  messages: Messages,
): Promise<ReadonlyMap<ConfiguredType, GuideType>> {
  const loaded = new Map<string, GuideType>();
  const types = new Map<ConfiguredType, GuideType>();
  for (const entry of config.types) {
    const { schema, origin } = entry;
    const type =
      loaded.get(schema) ?? (entry.isFile ? await loadGuideType(schema, host, messages) : shipped.get(schema));
    if (!type) {
      const names = [...shipped.keys()];
      const nearest = nearestName(schema, names);
      throw new UserError(messages.unknownConfigType({ origin, name: schema, names, ...(nearest && { nearest }) }));
    }
    loaded.set(schema, type);
    types.set(entry, type);
  }
  return types;
}

async function typeNamed(
  name: string,
  known: ReadonlyMap<string, GuideType>,
  host: Host,
  messages: Messages,
): Promise<GuideType> {
  const type = known.get(name);
  if (type) return type;
  if (/\.(?:json|ya?ml)$|[/\\]/i.test(name)) return loadGuideType(resolve(host.cwd, name), host, messages);
  const names = [...known.keys()];
  const nearest = nearestName(name, names);
  throw new UserError(messages.unknownType({ name, names, ...(nearest && { nearest }) }));
}
