const megabyte = 1024 * 1024;

/** A file size for people, in the same words in every language: `5 MB`, `1500 bytes`. */
export function sizeWords(bytes: number): string {
  return bytes > 0 && bytes % megabyte === 0 ? `${bytes / megabyte} MB` : `${bytes} bytes`;
}
