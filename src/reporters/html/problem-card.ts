import { html, type TrustedHtml } from '../../html-template.ts';
import { messagesFor } from '../../locale/messages.ts';
import type { Locale, Problem } from '../../model.ts';
import { placeForPeople } from '../place-for-people.ts';
import { visible } from '../visible-text.ts';
import { htmlFrame } from './html-frame.ts';

/** One problem of the report's page; its data attributes are what the lists at the top look for. */
export function problemCard(problem: Problem, text: string | undefined, locale: Locale): TrustedHtml {
  const { path, rule, severity, message, range, related = [], fix } = problem;
  const messages = messagesFor(locale);
  const frameOf = (place: Problem['range']) =>
    text !== undefined && htmlFrame(text, place, (line) => messages.toLine({ line }));
  const how = fix?.kind === 'safe' ? messages.fixable : messages.fixableUnsafely;
  return html`<article class="problem ${severity}" data-severity="${severity}" data-rule="${visible(rule)}" data-file="${visible(path)}">
<p class="place"><span class="severity ${severity}">${messages[severity]}</span><span>${placeForPeople(range.start)}</span><a href="#rule-${encodeURIComponent(visible(rule))}">${visible(rule)}</a></p>
<h3>${visible(message)}</h3>
${frameOf(range)}
${related.map(
  (other) => html`<p>${messages.seeAlso} ${placeForPeople(other.range.start)} ${visible(other.message)}</p>
${frameOf(other.range)}
`,
)}${fix && html`<p class="fix">${messages.fix}: ${visible(fix.title)} <span>(${how})</span></p>`}
</article>
`;
}
