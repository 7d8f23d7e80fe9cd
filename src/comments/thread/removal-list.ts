import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Removal } from '../policy/index.ts';
import type { Html } from './comment-form.ts';

/** A thing that was taken out, as one would have typed it. */
export function removedMarkup({ kind, tag, attribute }: Removal): string {
  if (kind === 'comment') return tag === '!--' ? '<!-- -->' : `<${tag}>`;
  return attribute === null ? `<${tag}>` : `<${tag} ${attribute}>`;
}

/** The sentence for one removal, without its markup: what went and what stayed. */
export function removalReason({ kind, count }: Removal, locale: Locale): string {
  return useTranslations(locale)(`comments:removed.${kind}`, { count });
}

/** What the policy took out, each with the reason; nothing when it took out nothing. */
export function removalList(removed: readonly Removal[], locale: Locale): Html | string {
  if (removed.length === 0) return '';
  return html`<ul class="comment-removals">
    ${removed.map(
      (removal) =>
        html`<li>
          <code>${removedMarkup(removal)}</code>
          ${removal.count > 1 && html`<span>×&nbsp;${removal.count}</span>`}
          ${removalReason(removal, locale)}
        </li>`,
    )}
  </ul>`;
}
