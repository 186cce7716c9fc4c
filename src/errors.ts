/**
 * The call was at fault: a flag, path, config or schema that cannot be used. Its message is one full sentence for the
 * user that names the file or flag and says what to do, or a list of such, a line each; it is shown without a stack and
 * ends the run with exit code 2. A line break within a line comes from a name or a text, and is shown as such.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly lines: readonly string[];

  constructor(message: string | readonly string[], options?: ErrorOptions) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'), options);
    this.lines = lines;
  }
}
