import type { Fix, Guide, Locale, Problem, Range, SchemaNode, Severity, TypeFit } from '../model.ts';

/** What a rule found, before its place is counted in lines. */
export interface Finding {
  readonly range: Range;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  readonly fix?: Fix;
}

/** A guide that shows what a rule accepts or rejects; also its test. */
export interface Example {
  /** The whole file. */
  readonly guide: string;
  /** The guide type it is checked against; without one a type that asks for nothing. */
  readonly type?: SchemaNode;
  /** How well it is that type; without it, somebody said that it is. */
  readonly fit?: TypeFit;
  /** Where the file stands; without one it is `example.md`. */
  readonly path?: string;
  /** Further guides of the same run, of the same type. */
  readonly others?: readonly { readonly path: string; readonly guide: string }[];
  /** What the config sets for the rule, where that is not what it has otherwise. */
  readonly options?: unknown;
  /** For `reject`: the text that is underlined, where it is not obvious. */
  readonly marks?: string;
}

/** What a rule wants and why, for people; Markdown. */
export interface RuleDocs {
  /** One line, no final full stop. */
  readonly summary: string;
  readonly why: string;
}

/** What a check is given besides the guide. */
export interface CheckContext<Messages, Options> {
  /** The rule's sentences in the language of the report. */
  readonly say: Messages;
  readonly locale: Locale;
  readonly options: Options;
}

/** A rule as its author writes it; `Messages` are its sentences, the same in each language. */
export interface RuleDefinition<Messages, Options = undefined> {
  /** Names the wanted state, or forbids with `no-`. */
  readonly id: string;
  readonly severity: Severity;
  /** False for a rule that only `guidepost:strict` switches on. */
  readonly recommended?: boolean;
  readonly fix: 'none' | Fix['kind'];
  readonly docs: Readonly<Record<Locale, RuleDocs>>;
  readonly messages: Readonly<Record<Locale, Messages>>;
  /** What a config may set for the rule: a JSON Schema and the values it has otherwise. */
  readonly options?: { readonly schema: SchemaNode; readonly defaults: Options };
  readonly examples: { readonly accept: readonly Example[]; readonly reject: readonly Example[] };
  /** Looks at one guide. */
  check?(guide: Guide, context: CheckContext<Messages, Options>): Iterable<Finding>;
  /** Looks at all guides of the run together; yields each finding with the guide it stands in. */
  checkAll?(guides: readonly Guide[], context: CheckContext<Messages, Options>): Iterable<readonly [Guide, Finding]>;
}

/** A rule as the program uses it; `options` are those of the config, validated. */
export interface Rule extends Omit<RuleDefinition<never, unknown>, 'messages' | 'check' | 'checkAll'> {
  check(guide: Guide, locale: Locale, options?: unknown): Iterable<Finding>;
  checkAll(guides: readonly Guide[], locale: Locale, options?: unknown): Iterable<readonly [Guide, Finding]>;
}

/** Makes a rule whose checks speak the language they are asked for. */
export function defineRule<Messages, Options = undefined>(definition: RuleDefinition<Messages, Options>): Rule {
  const context = (locale: Locale, options: unknown): CheckContext<Messages, Options> => ({
    say: definition.messages[locale],
    locale,
    // The config's schema has been checked against the rule's, so what comes in has the rule's type.
    options: (options ?? definition.options?.defaults) as Options,
  });
  return {
    ...definition,
    check: (guide, locale, options) => definition.check?.(guide, context(locale, options)) ?? [],
    checkAll: (guides, locale, options) => definition.checkAll?.(guides, context(locale, options)) ?? [],
  };
}

/** A finding with its place in lines and columns. */
export function problemOf(
  finding: Finding,
  rule: Pick<Rule, 'id' | 'severity'>,
  guide: Pick<Guide, 'document'>,
): Problem {
  const { document } = guide;
  const span = ({ start, end }: Range): Problem['range'] => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  return {
    path: document.source.path,
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    range: span(finding.range),
    ...(finding.related && { related: finding.related.map(({ range, message }) => ({ message, range: span(range) })) }),
    ...(finding.fix && { fix: finding.fix }),
  };
}
