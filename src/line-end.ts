/** The line end of a text: CRLF where it has one, else LF. */
export function lineEndIn(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
