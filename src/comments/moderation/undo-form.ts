import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import type { SignedIn } from './session.ts';

/** The button that takes a decision back; `back` is the page to return to. */
export function undoForm(view: {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly decision: string;
  readonly back: string;
}): Html {
  const { locale, by, decision, back } = view;
  return html`<form method="post" action="/moderation/${locale}/decisions/${decision}/undo">
    <input type="hidden" name="token" value="${by.formToken}" />
    <input type="hidden" name="back" value="${back}" />
    <button class="button button-quiet" data-undo>
      ${useTranslations(locale)('moderation:undo')}
    </button>
  </form>`;
}
