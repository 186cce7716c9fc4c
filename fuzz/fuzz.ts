import { seededRandom } from '../test/seeded-random.ts';
import { crash, type Fault, type FuzzInput, type FuzzKind } from './kind.ts';
import type { Random } from './random.ts';
import { shrink } from './shrink.ts';
import { watchdog } from './watchdog.ts';

export interface FuzzOptions {
  readonly kinds: readonly FuzzKind[];
  readonly seed: number;
  /** The first input; each is found again by seed and index. */
  readonly first?: number;
  /** How many inputs at most. */
  readonly count?: number;
  /** How long at most. */
  readonly milliseconds?: number;
  /** Called at each finding. */
  onFinding?(finding: Finding): void;
}

/** A broken promise, with the smallest input found that breaks it. */
export interface Finding extends Fault {
  readonly seed: number;
  readonly index: number;
  readonly kind: string;
  readonly input: FuzzInput;
}

export interface FuzzReport {
  /** Inputs by kind. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Each sort of fault once. */
  readonly findings: readonly Finding[];
}

const mostFindings = 25;

/** Processor time that one input may take. Unit: milliseconds. */
const slow = 6_000;

/** What takes longer will not end by itself. Unit: milliseconds. */
const longest = 120_000;

/** Makes inputs and checks them, until it has been long enough. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { kinds, seed, first = 0, count = Number.POSITIVE_INFINITY, milliseconds = Number.POSITIVE_INFINITY } = options;
  const counts = new Map(kinds.map(({ name }) => [name, 0]));
  const findings = new Map<string, Finding>();
  const dog = watchdog(longest, `fuzzing with seed ${seed} hangs at input`);
  const end = performance.now() + milliseconds;
  let total = 0;
  for (; total < count && performance.now() < end && findings.size < mostFindings; total++) {
    const index = first + total;
    dog.begin(index);
    const random = randomAt(seed, index);
    const kind = kindAt(kinds, random);
    const input = kind.make(random);
    const share = Math.floor(random() * 2 ** 31);
    const fault = await faultOf(kind, input, share);
    counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
    if (!fault || findings.has(signature(kind, fault))) continue;
    const small = await smallest(kind, input, share, fault);
    const finding = { ...small, seed, index, kind: kind.name };
    findings.set(signature(kind, fault), finding);
    options.onFinding?.(finding);
  }
  await dog.end();
  return { counts, total, findings: [...findings.values()] };
}

function randomAt(seed: number, index: number): Random {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  random();
  return random;
}

function kindAt(kinds: readonly FuzzKind[], random: Random): FuzzKind {
  let at = random() * kinds.reduce((sum, { weight }) => sum + weight, 0);
  for (const kind of kinds) {
    at -= kind.weight;
    if (at < 0) return kind;
  }
  throw new Error('there is no kind of inputs');
}

/** The smallest input found that breaks the same promise, and how it does. */
async function smallest(
  kind: FuzzKind,
  input: FuzzInput,
  share: number,
  fault: Fault,
): Promise<Fault & { readonly input: FuzzInput }> {
  let best = { ...fault, input };
  const text = await shrink(input.text, async (shorter) => {
    const other = { ...input, text: shorter };
    const found = await faultOf(kind, other, share);
    if (!found || signature(kind, found) !== signature(kind, fault)) return false;
    best = { ...found, input: other };
    return true;
  });
  return { ...best, input: { ...input, text } };
}

async function faultOf(kind: FuzzKind, input: FuzzInput, share: number): Promise<Fault | undefined> {
  const before = process.cpuUsage();
  try {
    const fault = await kind.check(input, seededRandom(share));
    if (fault) return fault;
  } catch (error) {
    return crash(error);
  }
  const { user } = process.cpuUsage(before);
  return user < slow * 1000 ? undefined : { property: 'no hang', detail: `it took ${Math.round(user / 1000)} ms` };
}

/** Faults of one sort differ in numbers and names only. */
function signature({ name }: FuzzKind, { property, detail }: Fault): string {
  const [message = '', ...stack] = detail.split('\n');
  const place = stack.find((line) => line.includes('/src/')) ?? '';
  return `${name} ${property} ${place || message.slice(0, 40)}`.replaceAll(/[\d"'\\].*/g, '');
}
