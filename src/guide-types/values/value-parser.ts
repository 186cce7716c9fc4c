/** What is known about the place of a text besides itself. */
export interface ValueContext {
  /** Text of the column header above the cell; empty elsewhere. */
  readonly header: string;
}

/** A value read from a text; `text` is the run that was read where that is not the whole text. */
export interface ParsedValue {
  readonly value: unknown;
  readonly text?: string;
}

/** Reads a value, or undefined when the text does not hold one. */
export type ValueParser = (text: string, context: ValueContext) => ParsedValue | undefined;
