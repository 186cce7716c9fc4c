import { UserError } from '../errors.ts';
import type { GuideType } from '../guide-types/guide-type.ts';
import type { KnownTypes } from '../load-types.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';

/** The type that was asked for; else the only one of the config, else the only one there is. Several are a `UserError`. */
export function onlyType({ known, configured, forced }: KnownTypes, locale: Locale): GuideType {
  if (forced) return forced;
  const candidates = [...new Set(configured.size > 0 ? configured.values() : known.values())];
  const [only, ...others] = candidates;
  if (only && others.length === 0) return only;
  throw new UserError(messagesFor(locale).convert.severalTypes({ names: candidates.map(({ name }) => name) }));
}
