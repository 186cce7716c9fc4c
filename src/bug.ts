import { LoadingNeeded } from './deadline.ts';
import { UserError } from './errors.ts';

/** What was being done: the verbs of a run. */
export type Stage = 'read' | 'parse' | 'bind' | 'check' | 'fix' | 'report' | 'write';

/** A fault of guidepost itself at one guide; pure data, so that a run can go on with the others and report it at its end. */
export interface Bug {
  /** The guide, or the output where it is no guide's. */
  readonly path: string;
  readonly stage: Stage;
  /** The rule at fault, or the format, where it is known. */
  readonly rule?: string;
  readonly stack: string;
}

/** The bug that something thrown is; what the user can mend is none, nor is what steers the work, and is thrown again. */
export function bugOf(error: unknown, at: Omit<Bug, 'stack'>): Bug {
  if (error instanceof UserError || error instanceof LoadingNeeded) throw error;
  return { ...at, stack: stackOf(error) };
}

/** The stack of something thrown, with its causes; a line break in a message is no end of a line, as it comes from a guide. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const stack = oneLine(error.stack ?? `${error.name}: ${error.message}`);
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`;
}

function oneLine(stack: string): string {
  return stack.replaceAll(/\r?\n(?!\s+at )/g, '␊');
}
