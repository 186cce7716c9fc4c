const extensions = /\.(?:md|mdx|markdown|mdown)$/i;
const language = /\.[a-z]{2}(?:-[A-Za-z]{2,4})?$/;

/** The name a file goes by: without folder, extension and language (`cook.ja.md`); of `cook/index.md` the folder's. */
export function fileNameOf(path: string): string {
  const steps = path.normalize('NFC').split(/[/\\]/);
  const file = (steps.pop() ?? '').replace(extensions, '').replace(language, '');
  return /^_?index$|^readme$/i.test(file) ? (steps.pop() ?? file) : file;
}
