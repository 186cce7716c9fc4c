const folder = /(?:^|[/\\])(ar|de|en|es|fr|id|it|ja|ko|pt|ru|th|vi|zh)(?:-[A-Za-z]{2,4})?[/\\]/;
const suffix = /\.(ar|de|en|es|fr|id|it|ja|ko|pt|ru|th|vi|zh)(?:-[A-Za-z]{2,4})?\.\w+$/;

/** The language that a path says a guide is in, `''` where it says none: translations share names and texts. */
export function languageOf(path: string): string {
  return suffix.exec(path)?.[1] ?? folder.exec(path)?.[1] ?? '';
}
