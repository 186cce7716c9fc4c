/** The line end that the file has before an offset, LF where there is none. */
export function lineEndOf(text: string, offset: number): '\n' | '\r\n' {
  const at = text.lastIndexOf('\n', offset - 1);
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
