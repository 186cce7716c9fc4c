/**
 * The call was at fault: a flag, path, config or schema that cannot be used. Its message is one full sentence for the
 * user that names the file or flag and says what to do; it is shown without a stack and ends the run with exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
