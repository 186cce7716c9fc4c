import type {
  Document,
  Fix,
  Guide,
  GuideTypeInfo,
  Locale,
  Problem,
  Range,
  SchemaNode,
  Severity,
  SourceFile,
  TypeFit,
} from '../model.ts';
import { oncePer } from '../once-per.ts';
import type { Suppression } from '../suppress/find-suppressions.ts';

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
  /** The files that stand in the folders which the rule asks for. */
  readonly files?: readonly string[];
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
  /** The files in the folders that the rule asks for; absent where nobody has listed them. */
  readonly files?: ReadonlySet<string>;
}

/** One guide once the other rules have looked at it; its tree and values may be gone by then. */
export interface CheckedGuide {
  readonly source: SourceFile;
  readonly suppressions: readonly Suppression[];
  /** What the others found, suppressed or not. */
  readonly problems: readonly Problem[];
  /** The ids of all rules, and of those that were on and see all that they need in this guide alone. */
  readonly known: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
}

/** What stays of a guide whose text was let go: enough to report a problem in it. */
export interface GuideMark {
  readonly type: GuideTypeInfo;
  readonly document: Pick<Document, 'positionAt'> & { readonly source: Pick<SourceFile, 'path'> };
}

/** What a rule about all guides needs of one of them; nothing where the rule gathers nothing. */
export interface Gathered<Fact> {
  readonly guide: GuideMark;
  readonly fact: Fact;
}

/** A rule as its author writes it; `Messages` are its sentences, the same in each language, `Fact` is what it gathers. */
export interface RuleDefinition<Messages, Options = undefined, Fact = undefined> {
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
  /** The folders whose files the check wants to know, from the working folder; their paths count from there too. */
  folders?(options: Options): readonly string[];
  readonly examples: { readonly accept: readonly Example[]; readonly reject: readonly Example[] };
  /** Looks at one guide. */
  check?(guide: Guide, context: CheckContext<Messages, Options>): Iterable<Finding>;
  /** Takes from a guide, as plain data, the little that `checkAll` needs: the guides of a run need not fit into memory. */
  gather?(guide: Guide): Fact;
  /** Looks at all guides of the run together; yields each finding with the guide it stands in. */
  checkAll?(
    guides: readonly Gathered<Fact>[],
    context: CheckContext<Messages, Options>,
  ): Iterable<readonly [GuideMark, Finding]>;
  /** Looks at what the other rules found in one guide that has suppression comments. */
  checkLast?(checked: CheckedGuide, context: CheckContext<Messages, Options>): Iterable<Finding>;
}

/** A rule as the program uses it; `options` are those of the config, validated. */
export interface Rule
  extends Omit<RuleDefinition<never, unknown>, 'messages' | 'check' | 'gather' | 'checkAll' | 'checkLast'> {
  check(guide: Guide, locale: Locale, options?: unknown, files?: ReadonlySet<string>): Iterable<Finding>;
  gather(guide: Guide): unknown;
  /** `fact` is what `gather` returned. */
  checkGathered(
    guides: readonly Gathered<unknown>[],
    locale: Locale,
    options?: unknown,
    files?: ReadonlySet<string>,
  ): Iterable<readonly [GuideMark, Finding]>;
  /** Gathers and checks at once. */
  checkAll(
    guides: readonly Guide[],
    locale: Locale,
    options?: unknown,
    files?: ReadonlySet<string>,
  ): Iterable<readonly [GuideMark, Finding]>;
  checkLast(checked: CheckedGuide, locale: Locale, options?: unknown): Iterable<Finding>;
  /** True when what it finds depends on which other files a run looks at. */
  readonly needsOthers: boolean;
  /** True when it looks at what the other rules found. */
  readonly looksLast: boolean;
}

/** Makes a rule whose checks speak the language they are asked for. */
export function defineRule<Messages, Options = undefined, Fact = undefined>(
  definition: RuleDefinition<Messages, Options, Fact>,
): Rule {
  type Files = ReadonlySet<string> | undefined;
  const context = (locale: Locale, options: unknown, files: Files): CheckContext<Messages, Options> => ({
    say: definition.messages[locale],
    locale,
    // The config's schema has been checked against the rule's, so what comes in has the rule's type.
    options: (options ?? definition.options?.defaults) as Options,
    ...(files && { files }),
  });
  const gather = oncePer((guide: Guide): Fact | undefined => definition.gather?.(guide));
  const checkGathered: Rule['checkGathered'] = (guides, locale, options, files) =>
    // What comes in is what `gather` returned.
    definition.checkAll?.(guides as readonly Gathered<Fact>[], context(locale, options, files)) ?? [];
  return {
    ...definition,
    gather,
    checkGathered,
    needsOthers: definition.checkAll !== undefined || definition.folders !== undefined,
    looksLast: definition.checkLast !== undefined,
    check: (guide, locale, options, files) => definition.check?.(guide, context(locale, options, files)) ?? [],
    checkAll: (guides, locale, options, files) =>
      checkGathered(
        guides.map((guide) => ({ guide, fact: gather(guide) })),
        locale,
        options,
        files,
      ),
    checkLast: (checked, locale, options) => definition.checkLast?.(checked, context(locale, options, undefined)) ?? [],
  };
}

/** A finding with its place in lines and columns. */
export function problemOf(
  finding: Finding,
  rule: Pick<Rule, 'id' | 'severity'>,
  guide: Pick<GuideMark, 'document'>,
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
