import { type Bug, bugOf } from './bug.ts';
import type { VerdictCache } from './cache/verdict-cache.ts';
import { verdictKeys } from './cache/verdict-keys.ts';
import { folderWishes, type RuleOptions } from './check-guides.ts';
import { DeadlineError, eachWithDeadline } from './deadline.ts';
import { listRuleFiles } from './find/list-rule-files.ts';
import type { UnreadableFile } from './find/read-source.ts';
import type { GuideType } from './guide-types/guide-type.ts';
import type { Host } from './host.ts';
import { bindWith, type Limits, type LoadOptions, tooSlow } from './load-guides.ts';
import { loadTypes, type TypeDecision, type TypeOptions } from './load-types.ts';
import type { Guide, GuideTypeInfo, SourceFile } from './model.ts';
import { openVerdict, type PackedVerdict, packVerdict } from './packed-verdict.ts';
import { rules } from './rules/index.ts';
import { noStopwatch } from './stopwatch.ts';
import { gatherFacts, judge, type Verdict } from './verdict.ts';

export interface JudgeOptions extends TypeOptions, Limits, Pick<LoadOptions, 'parser' | 'stopwatch'> {
  /** All files of the run. */
  readonly paths: readonly string[];
  readonly cache?: VerdictCache;
}

/** How some sources are to be judged. */
export interface JudgeCall {
  /** Of a guide that is not wanted, only facts are gathered. */
  isWanted(path: string): boolean;
  /** Sees each guide; without it, guides whose verdict is known are not even parsed. */
  see?(guide: Guide): void;
}

/** Turns sources into verdicts: parse → bind → check, each within its time, or from what an earlier run knew. */
export class Judge {
  readonly ruleOptions: RuleOptions;
  readonly #bugs = new Map<string, Bug>();
  readonly bind: (source: SourceFile) => Guide;
  /** How many verdicts were known. */
  cached = 0;
  readonly #options: JudgeOptions;
  readonly #stopwatch: typeof noStopwatch;
  readonly #types: readonly GuideType[];
  readonly #numbers: ReadonlyMap<GuideTypeInfo, number>;
  readonly #keyOf: ((source: SourceFile) => string) | undefined;

  private constructor(options: JudgeOptions, decision: TypeDecision, files: ReadonlySet<string> | undefined) {
    const { config, locale, type, parser } = options;
    this.#stopwatch = options.stopwatch ?? noStopwatch;
    const onBug = (bug: Bug): void => this.#note(bug);
    this.ruleOptions = { rules, settings: config, locale, files, onBug, stopwatch: this.#stopwatch };
    this.bind = bindWith(decision, parser, this.#stopwatch);
    this.#options = options;
    this.#types = decision.types;
    this.#numbers = new Map(decision.types.map((known, index) => [known, index]));
    this.#keyOf = options.cache && verdictKeys({ config, locale, types: decision.types, type, files, parser });
  }

  /** Loads what all guides of a run need. */
  static async open(options: JudgeOptions, host: Host): Promise<Judge> {
    const wishes = folderWishes({ rules, settings: options.config }, options.paths);
    return new Judge(options, await loadTypes(options, host), await listRuleFiles(wishes, host));
  }

  /** The verdict on each source, in order. */
  judgeAll(sources: readonly SourceFile[], call: JudgeCall): (PackedVerdict | UnreadableFile)[] {
    const { timeout, cache } = this.#options;
    const candidates = sources.map((source) => {
      const key = this.#keyOf?.(source) ?? '';
      const kept = cache?.get(source.path);
      return { source, key, known: kept?.key === key ? kept.verdict : undefined };
    });
    const open = candidates.filter(({ known }) => !known || call.see);
    const outcomes = new Map(
      eachWithDeadline(open, timeout, ({ source, known }) => this.#verdictOn(source, known, call)).map(
        (outcome, index) => [open[index], outcome] as const,
      ),
    );
    return candidates.map((candidate) => {
      const { key, known } = candidate;
      const { path } = candidate.source;
      const outcome = outcomes.get(candidate) ?? (known && openVerdict(known));
      if (outcome === undefined || outcome instanceof DeadlineError) return tooSlow(path, this.#options);
      if ('reason' in outcome) return outcome;
      if (known) {
        this.cached++;
        return outcome;
      }
      if (!cache || !call.isWanted(path) || this.#hasBug(path)) return outcome;
      const verdict = outcome.unpack();
      cache.put(path, { key, verdict });
      return openVerdict(verdict);
    });
  }

  /** The type that a verdict names. */
  typeAt(index: number): GuideType {
    const type = this.#types[index];
    if (!type) throw new Error(`there is no guide type ${index} in this run`);
    return type;
  }

  /** Where guidepost itself failed; each once, though work may be done again. */
  get bugs(): readonly Bug[] {
    return [...this.#bugs.values()];
  }

  #note(bug: Bug): void {
    const { path, stage, rule = '' } = bug;
    this.#bugs.set(JSON.stringify([path, stage, rule]), bug);
  }

  #hasBug(path: string): boolean {
    return this.#bugs.size > 0 && this.bugs.some((bug) => bug.path === path);
  }

  #verdictOn(source: SourceFile, known: Verdict | undefined, call: JudgeCall): PackedVerdict | UnreadableFile {
    try {
      return this.#look(this.bind(source), known, call);
    } catch (error) {
      this.#note(bugOf(error, { path: source.path, stage: 'bind' }));
      return { path: source.path, reason: 'bug', detail: '' };
    }
  }

  #look(guide: Guide, known: Verdict | undefined, { isWanted, see }: JudgeCall): PackedVerdict {
    const { source } = guide.document;
    const verdict = known
      ? openVerdict(known)
      : packVerdict(isWanted(source.path) ? this.#judge(guide) : this.#onlyFacts(guide), source.path);
    see?.(guide);
    return verdict;
  }

  #judge(guide: Guide): Verdict {
    return this.#stopwatch.time('check', () => judge(guide, this.#numberOf(guide), this.ruleOptions));
  }

  #onlyFacts(guide: Guide): Verdict {
    return { type: this.#numberOf(guide), fit: guide.fit, alone: [], facts: gatherFacts(guide, this.ruleOptions) };
  }

  #numberOf({ type }: Guide): number {
    const number = this.#numbers.get(type);
    if (number === undefined) throw new Error(`"${type.name}" is no guide type of this run`);
    return number;
  }
}
