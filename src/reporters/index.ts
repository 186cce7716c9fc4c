import { checkstyle } from './checkstyle.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { rdjsonl } from './rdjsonl.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every format of `lint --format`. */
export const reporters = {
  text,
  compact,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjsonl,
  html,
  markdown,
} satisfies Record<string, Reporter>;
