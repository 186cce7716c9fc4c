import { keptIn, textOf } from '../src/cache/kept-text.ts';
import { MemoryCache, type VerdictCache } from '../src/cache/verdict-cache.ts';
import type { Config } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { fixGuides } from '../src/fix/fix-guides.ts';
import { GradualCheck } from '../src/gradual-check.ts';
import { guideChecker } from '../src/guide-checker.ts';
import type { Host } from '../src/host.ts';
import { Judge, type JudgeOptions } from '../src/judge.ts';
import type { Guide, Problem, SourceFile } from '../src/model.ts';
import { packVerdict } from '../src/packed-verdict.ts';
import { reporters } from '../src/reporters/index.ts';
import { rules } from '../src/rules/index.ts';
import type { Verdict } from '../src/verdict.ts';
import { writers } from '../src/writers/index.ts';
import type { GuideContent } from '../src/writers/stream-writer.ts';
import type { Fault } from './kind.ts';
import { misplaced, misplacedParts } from './positions.ts';
import { below, oneIn, pick, type Random } from './random.ts';

/** `warm` is another run that knows what `cold` has written down, and one with the other parser, and one in a hurry. */
type JudgeName = 'cold' | 'warm' | 'remark' | 'timed';

const locale = 'en';
/** What a run gives a guide. Unit: milliseconds. */
const timeout = 2_000;
/** A longer text may take too long. Unit: UTF-16 units. */
const smallText = 64 * 1024;
/** Judging takes a thousandth of that; to keep a deadline for each guide takes longer. Unit: milliseconds. */
const suspicious = 500;

/** Judges guides of one project in all ways, and compares. */
export class GuideLab {
  readonly #config: Config;
  readonly #host: Host;
  readonly #judges = new Map<JudgeName, Judge>();
  readonly #cache = new MemoryCache();
  /** A known bug is the same object again; one that is met again is a new one. */
  readonly #bugs = new WeakSet<object>();

  private constructor(config: Config, host: Host) {
    this.#config = config;
    this.#host = host;
  }

  /** Reads the project's config and types; a mistake in them is a `UserError`. */
  static async open(host: Host): Promise<GuideLab> {
    const lab = new GuideLab(remembered(await loadConfig({ flags: new Map(), rules, locale }, host)), host);
    for (const name of ['cold', 'warm'] as const) await lab.#judge(name);
    return lab;
  }

  /** The first promise that this guide breaks. */
  async check(source: SourceFile, random: Random): Promise<Fault | undefined> {
    const isNative = !oneIn(20, random);
    const judge = await this.#judge(isNative ? 'cold' : 'remark');
    const start = performance.now();
    let guide: Guide | undefined;
    const see = (seen: Guide): void => {
      guide = seen;
    };
    const [judged] = judge.judgeAll([source], { isWanted: () => true, see });
    const bug = judge.bugs.find((known) => !this.#bugs.has(known));
    if (bug) {
      this.#bugs.add(bug);
      // A verdict on a guide with a bug is not kept; others of that name are not to suffer for it.
      this.#judges.clear();
      return { property: 'no crash', detail: `${bug.stack}\n${bug.stage} ${bug.rule ?? ''}` };
    }
    const seemsSlow = performance.now() - start > suspicious && source.text.length < smallText;
    if (seemsSlow && (await this.#isSlow(source))) return { property: 'no hang', detail: 'too slow' };
    if (!judged || 'reason' in judged) return { property: 'no crash', detail: judged?.reason ?? 'no verdict' };
    if (!guide) return { property: 'no crash', detail: 'a guide was judged but not seen' };
    const verdict = judged.unpack();
    const problems = this.#problems(judge, guide, verdict);
    return (
      positions(guide, problems) ??
      reports(source, problems, random) ??
      (isNative ? await this.#warm(source, guide, verdict, problems) : undefined) ??
      (oneIn(4, random) ? await exports(guide, random) : undefined) ??
      (oneIn(6, random) ? this.#fixes(judge, guide, random) : undefined)
    );
  }

  /** The machine may have been busy with something else. */
  async #isSlow(source: SourceFile): Promise<boolean> {
    const judge = await this.#judge('timed');
    return [1, 2, 3].every(() => {
      const [again] = judge.judgeAll([source], { isWanted: () => true });
      return again && 'reason' in again;
    });
  }

  #problems(judge: Judge, guide: Guide, verdict: Verdict): readonly Problem[] {
    const check = new GradualCheck(judge.ruleOptions);
    check.add(guide, packVerdict(verdict, guide.document.source.path));
    const problems = check.finish().problems.get(guide);
    if (!problems) throw new Error('a guide has no problems, not even none');
    return problems;
  }

  async #warm(
    source: SourceFile,
    guide: Guide,
    cold: Verdict,
    problems: readonly Problem[],
  ): Promise<Fault | undefined> {
    const kept = this.#cache.get(source.path);
    const again = kept && keptIn(Buffer.from(textOf(new Map([[source.path, kept]])))).get(source.path);
    if (!again) return { property: 'cold = warm', detail: 'the verdict was not kept' };
    this.#cache.put(source.path, again);
    const reading = await this.#judge('warm');
    const before = reading.cached;
    const [judged] = reading.judgeAll([source], { isWanted: () => true });
    if (!judged || 'reason' in judged) return { property: 'cold = warm', detail: 'no verdict from the cache' };
    if (reading.cached === before) return { property: 'cold = warm', detail: 'the verdict was not known' };
    const warm = judged.unpack();
    const found = this.#problems(reading, guide, warm);
    const isSame = JSON.stringify(warm) === JSON.stringify(cold) && JSON.stringify(found) === JSON.stringify(problems);
    return isSame
      ? undefined
      : { property: 'cold = warm', detail: `${JSON.stringify(cold)} is not ${JSON.stringify(warm)}` };
  }

  #fixes(judge: Judge, guide: Guide, random: Random): Fault | undefined {
    const unsafe = oneIn(3, random);
    const context = {
      unsafe,
      check: guideChecker(this.#config, locale, { files: judge.ruleOptions.files }),
      bind: judge.bind,
    };
    const [once] = fixGuides([guide], context).problems.keys();
    if (!once) return { property: 'fixing', detail: 'the guide is gone' };
    const fixed = once.document.source;
    const [twice] = fixGuides([judge.bind(fixed)], context).problems.keys();
    const isSame = twice?.document.source.text === fixed.text;
    const between = `${JSON.stringify(fixed.text)} → ${JSON.stringify(twice?.document.source.text)}`;
    return isSame ? undefined : { property: `fixing twice (${unsafe ? 'unsafe' : 'safe'})`, detail: between };
  }

  async #judge(name: JudgeName): Promise<Judge> {
    const known = this.#judges.get(name);
    if (known) return known;
    const options = {
      cold: { cache: forgetful(this.#cache) },
      warm: { cache: this.#cache },
      remark: { parser: 'remark' },
      timed: { timeout },
    } as const satisfies Record<JudgeName, Partial<JudgeOptions>>;
    const limits = { timeout: Number.POSITIVE_INFINITY, largest: Number.POSITIVE_INFINITY };
    const own = { ...limits, config: this.#config, locale, paths: [] } as const;
    const judge = await Judge.open({ ...own, ...options[name] }, this.#host);
    this.#judges.set(name, judge);
    return judge;
  }
}

/** The same config, which matches each path against its globs once. */
function remembered(config: Config): Config {
  const settings = new Map<string, ReturnType<Config['settingsFor']>>();
  const types = new Map<string, ReturnType<Config['typeFor']>>();
  return {
    ...config,
    settingsFor(path) {
      const known = settings.get(path) ?? config.settingsFor(path);
      settings.set(path, known);
      return known;
    },
    typeFor(path) {
      if (!types.has(path)) types.set(path, config.typeFor(path));
      return types.get(path);
    },
  };
}

/** A cache that is written and never asked. */
function forgetful(cache: VerdictCache): VerdictCache {
  return { get: () => undefined, put: (path, kept) => cache.put(path, kept), save: () => cache.save() };
}

function positions({ document }: Guide, problems: readonly Problem[]): Fault | undefined {
  const { text } = document.source;
  const detail = misplacedParts(document) ?? problems.map((problem) => misplaced(problem, text)).find(Boolean);
  return detail === undefined ? undefined : { property: 'positions', detail };
}

const otherReporters = Object.values(reporters).filter(({ name }) => name !== 'json');

function reports({ path, text }: SourceFile, problems: readonly Problem[], random: Random): Fault | undefined {
  const options = { color: oneIn(2, random), width: 40 + below(100, random), locale } as const;
  const [file, ...others] = JSON.parse(reporters.json.render([{ path, text, problems }], options)) as {
    messages: unknown[];
  }[];
  if (!file || others.length > 0 || file.messages.length !== problems.length)
    return { property: 'JSON report', detail: 'it does not hold what was found' };
  if (!oneIn(8, random)) return undefined;
  const other = pick(otherReporters, random);
  const report = other.render([{ path, text, problems }], options);
  if (other.name === 'sarif' || other.name === 'gitlab') JSON.parse(report);
  if (other.name === 'rdjsonl') for (const line of report.trim().split('\n').filter(Boolean)) JSON.parse(line);
  return undefined;
}

const formats = ['json', 'json', 'json', 'ndjson', 'csv', 'html', 'markdown'] as const;

async function exports(guide: Guide, random: Random): Promise<Fault | undefined> {
  const format = pick(formats, random);
  const writer = await writers[format]();
  const options = { bom: false, locale, fragment: oneIn(2, random) } as const;
  const pieces: string[] = [];
  if ('isStream' in writer) for await (const piece of writer.writeAll(one(guide), options)) pieces.push(piece);
  else pieces.push(writer.writeAll([guide], options));
  const text = pieces.join('');
  if (format !== 'json' && format !== 'ndjson') return undefined;
  const read: unknown = JSON.parse(text);
  const value: unknown = Array.isArray(read) ? read[0] : read;
  const expected = JSON.stringify(guide.value);
  const isSame = JSON.stringify(value) === expected;
  return isSame ? undefined : { property: 'JSON export', detail: `${text} is not ${expected}` };
}

async function* one(guide: GuideContent): AsyncGenerator<GuideContent> {
  yield guide;
}
