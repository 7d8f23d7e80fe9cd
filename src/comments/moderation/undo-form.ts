import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import type { SignedIn } from './session.ts';

/** The button that takes a decision back; `back` is the place to return to. */
export function undoForm(view: {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly decision: string;
  readonly back: string;
  /** After so many the browser's part takes the button away; without them it stays. */
  readonly seconds?: number;
}): Html {
  const { locale, by, decision, back, seconds = 0 } = view;
  const t = useTranslations(locale);
  return html`<form method="post" action="/moderation/${locale}/decisions/${decision}/undo">
    <input type="hidden" name="token" value="${by.formToken}" />
    <input type="hidden" name="back" value="${back}" />
    <button
      class="button button-quiet"
      data-undo
      ${seconds > 0 && html`data-seconds="${seconds}" data-text="${t('moderation:undoIn')}"`}
    >
      ${t('moderation:undo')}
    </button>
  </form>`;
}
