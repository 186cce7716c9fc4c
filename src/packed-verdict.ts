import type { Fix, Position, Problem, TypeFit } from './model.ts';
import type { Suppression } from './suppress/find-suppressions.ts';
import type { Found, Verdict } from './verdict.ts';

/** A verdict that waits until all guides are checked: what is asked for before, and ways to the rest. */
export interface PackedVerdict extends Pick<Verdict, 'type' | 'fit'> {
  readonly hasSuppressions: boolean;
  /** What rules about all guides have gathered. */
  facts(): Verdict['facts'];
  /** What rules have found in the guide alone. */
  found(): Found;
  unpack(): Verdict;
  /** Keeps problems of the guide in the same way. */
  keep(problems: readonly Problem[]): () => readonly Problem[];
}

/**
 * Keeps a verdict as bytes: they take a fifth of the memory, none of which is searched for garbage while further guides
 * are checked. Texts that rules cut out of a guide would keep its whole text in memory, too.
 */
export function packVerdict({ type, fit, alone, suppressed, facts }: Verdict, path: string): PackedVerdict {
  const left = suppressed?.left.map((problem) => (typeof problem === 'number' ? problem : packProblem(problem)));
  const found: PackedFound = {
    alone: alone.map(packProblem),
    ...(suppressed && left && { suppressed: { by: suppressed.by, left } }),
  };
  const head = { type, fit, path, hasSuppressions: suppressed !== undefined };
  return new Packed(head, { facts: bytesOf(facts), found: bytesOf(found) });
}

/** A verdict that is kept elsewhere as it is. */
export function openVerdict(verdict: Verdict): PackedVerdict {
  return {
    type: verdict.type,
    fit: verdict.fit,
    hasSuppressions: verdict.suppressed !== undefined,
    facts: () => verdict.facts,
    found: () => verdict,
    unpack: () => verdict,
    keep: (problems) => () => problems,
  };
}

/** Of start and end each line, column and offset; the columns in characters where they are others. */
type PackedRange = readonly [number, number, number, number, number, number, number?, number?];

interface PackedProblem extends Omit<Problem, 'path' | 'range' | 'related' | 'fix'> {
  readonly range: PackedRange;
  readonly related?: readonly (readonly [message: string, PackedRange])[];
  readonly fix?: Omit<Fix, 'edits'> & {
    readonly edits: readonly (readonly [start: number, end: number, text: string])[];
  };
}

interface PackedFound {
  readonly alone: readonly PackedProblem[];
  readonly suppressed?: {
    readonly by: readonly Suppression[];
    readonly left: readonly (number | PackedProblem)[];
  };
}

class Packed implements PackedVerdict {
  readonly type: number;
  readonly fit: TypeFit;
  readonly hasSuppressions: boolean;
  /** All problems of a guide have its path. */
  readonly #path: string;
  readonly #facts: Buffer;
  readonly #found: Buffer;

  constructor(
    { type, fit, path, hasSuppressions }: Pick<PackedVerdict, 'type' | 'fit' | 'hasSuppressions'> & { path: string },
    { facts, found }: { readonly facts: Buffer; readonly found: Buffer },
  ) {
    this.type = type;
    this.fit = fit;
    this.hasSuppressions = hasSuppressions;
    this.#path = path;
    this.#facts = facts;
    this.#found = found;
  }

  facts(): Verdict['facts'] {
    return parsed<Verdict['facts']>(this.#facts);
  }

  found(): Found {
    return foundIn(this.#found, this.#path);
  }

  unpack(): Verdict {
    const { type, fit } = this;
    return { type, fit, ...this.found(), facts: this.facts() };
  }

  keep(problems: readonly Problem[]): () => readonly Problem[] {
    const path = this.#path;
    const found = bytesOf({ alone: problems.map(packProblem) } satisfies PackedFound);
    return () => foundIn(found, path).alone;
  }
}

/** What was unpacked last: whoever reports on a guide looks at it more than once. */
let latest: { readonly bytes: Buffer; readonly found: Found } | undefined;

function foundIn(bytes: Buffer, path: string): Found {
  if (latest?.bytes !== bytes) latest = { bytes, found: unpackFound(parsed<PackedFound>(bytes), path) };
  return latest.found;
}

function unpackFound({ alone, suppressed }: PackedFound, path: string): Found {
  const unpack = (problem: PackedProblem): Problem => unpackProblem(problem, path);
  const left = suppressed?.left.map((problem) => (typeof problem === 'number' ? problem : unpack(problem)));
  return { alone: alone.map(unpack), ...(suppressed && left && { suppressed: { by: suppressed.by, left } }) };
}

function packProblem({ path: _path, range, related, fix, ...rest }: Problem): PackedProblem {
  return {
    ...rest,
    range: packRange(range),
    ...(related && { related: related.map(({ message, range }) => [message, packRange(range)] as const) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map(({ range, text }) => [range.start, range.end, text] as const) } }),
  };
}

function unpackProblem({ range, related, fix, ...rest }: PackedProblem, path: string): Problem {
  return {
    path,
    ...rest,
    range: unpackRange(range),
    ...(related && { related: related.map(([message, range]) => ({ message, range: unpackRange(range) })) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map(([start, end, text]) => ({ range: { start, end }, text })) } }),
  };
}

function packRange({ start, end }: Problem['range']): PackedRange {
  const places = [start.line, start.column, start.offset, end.line, end.column, end.offset] as const;
  if (start.characterColumn === undefined && end.characterColumn === undefined) return places;
  return [...places, start.characterColumn ?? start.column, end.characterColumn ?? end.column];
}

function unpackRange([line, column, offset, endLine, endColumn, endOffset, character, endCharacter]: PackedRange) {
  return {
    start: positionOf(line, column, offset, character),
    end: positionOf(endLine, endColumn, endOffset, endCharacter),
  };
}

function positionOf(line: number, column: number, offset: number, characterColumn = column): Position {
  return { line, column, offset, ...(characterColumn !== column && { characterColumn }) };
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function parsed<Value>(bytes: Buffer): Value {
  return JSON.parse(bytes.toString()) as Value;
}
