import { ruleLevels } from '../commands/common-options.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { RuleLevel } from '../config/rule-settings.ts';
import { insideProject } from '../find/inside-project.ts';
import { type Host, libraryHost } from '../host.ts';
import { chooseLocale } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { rules } from '../rules/index.ts';

/** Which guides to look at, and how; all that is left out is as on the command line. */
export interface GuideRequest {
  /** Files, folders and globs; none is what the config names, else the working folder. */
  readonly paths?: readonly string[];
  /** The folder that paths count from and the config is looked for in; without it, that of the process. */
  readonly cwd?: string;
  /** The config file to use instead of the nearest one. */
  readonly config?: string;
  /** Name or schema file of the type that all guides have, instead of the best match. */
  readonly type?: string;
  /** Levels of rules by id, over those of the config. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** The language of messages. */
  readonly locale?: Locale;
  /** Accepts that nothing is there to look at. */
  readonly allowEmpty?: boolean;
}

/** A request with its config read. */
export interface PreparedRequest {
  readonly host: Host;
  readonly config: Config;
  readonly locale: Locale;
}

/** Reads the config of a request; a mistake in it, or in the request, is a `UserError`. */
export async function prepareRequest(
  request: Omit<GuideRequest, 'paths' | 'type' | 'allowEmpty'>,
): Promise<PreparedRequest> {
  const outside = libraryHost(request.cwd);
  const asked = chooseLocale(request.locale, outside.env);
  const host = insideProject(outside, asked);
  const levels = Object.entries(request.rules ?? {}).map(([id, level]) => `${id}=${level}`);
  const file = request.config === undefined ? {} : { file: request.config };
  const config = await loadConfig({ ...file, flags: ruleLevels(levels, asked), rules, locale: asked }, host);
  return { host, config, locale: request.locale ?? config.locale ?? asked };
}
