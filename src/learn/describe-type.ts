import type { InitMessages } from '../locale/init-messages.ts';
import type { Guide, Locale, SchemaNode } from '../model.ts';
import type { Form } from './form-of.ts';
import type { LearnedType } from './learn-types.ts';

/** What was learned of a type, in lines for people. */
export function describeType({ schema }: LearnedType, say: InitMessages): string[] {
  const { meta, ...others } = schema.properties ?? {};
  const required = schema.required ?? [];
  const sections = Object.entries(others).flatMap(([key, node]): string[] => {
    const name = node['x-source']?.section?.name;
    if (name === undefined) return [];
    return [say.line({ name, what: whatIs(node, say), isOptional: !required.includes(key) })];
  });
  return [...(meta ? [say.frontMatter({ keys: keysOf(meta, say) })] : []), ...sections];
}

function keysOf({ properties = {}, required = [] }: SchemaNode, say: InitMessages): string[] {
  return Object.keys(properties).map((key) => (required.includes(key) ? key : say.optional({ name: key })));
}

function whatIs(node: SchemaNode, say: InitMessages): string {
  const sections = Object.values(node.properties ?? {}).flatMap((child) => child['x-source']?.section?.name ?? []);
  if (sections.length > 0) return say.sections({ names: sections });
  const properties = node['x-source']?.questions ? {} : (node.items?.properties ?? {});
  const parts = Object.entries(properties).map(([key, { 'x-parse': parser }]) =>
    parser === undefined ? key : `${key} (${parser})`,
  );
  return say.items({ form: formOf(node), parts });
}

function formOf({ 'x-source': source = {} }: SchemaNode): Form {
  if (source.table) return 'table';
  if (source.hashtags) return 'hashtags';
  if (source.questions) return 'questions';
  if (source.items) return source.items === 'list' ? 'list' : 'headings';
  return 'prose';
}

/** The guides that a learned type fits worst, the worst first, in lines for people. */
export function describeMisfits({ guides }: LearnedType, say: InitMessages, locale: Locale): string[] {
  const misfits = guides.map((guide) => {
    const errors = guide.violations.filter(({ severity }) => severity === 'error');
    return { guide, errors, missing: missingSections(guide) };
  });
  return misfits
    .filter(({ errors, missing }) => errors.length + missing.length > 0)
    .sort((a, b) => b.errors.length - a.errors.length || b.missing.length - a.missing.length)
    .slice(0, 5)
    .map(({ guide, errors, missing }) => {
      const faulty = new Set(errors.map(({ pointer }) => guide.type.titleOf(pointer, locale)));
      const { path } = guide.document.source;
      return say.misfit({ path, errors: errors.length, faulty: [...faulty].slice(0, 3), missing: missing.slice(0, 3) });
    });
}

/** Names of the sections that a guide may have and has not. */
function missingSections({ type, value }: Guide): string[] {
  return Object.entries(type.schema.properties ?? {}).flatMap(([key, node]) => {
    const name = node['x-source']?.section?.name;
    return name === undefined || Object.hasOwn(value, key) || type.schema.required?.includes(key) ? [] : [name];
  });
}
