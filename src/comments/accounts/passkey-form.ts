import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';

/** The module that brings passkey forms to life. */
export const PASSKEY_SCRIPT = '/comments/assets/passkey-forms.js';

/**
 * A form that a passkey fills in, hidden until the browser is known to have them. `options` is what
 * WebAuthn is asked for, as JSON; no request is needed to get it.
 */
export function passkeyForm(form: {
  readonly locale: Locale;
  readonly ceremony: 'create' | 'get';
  readonly options: object;
  readonly action: string;
  readonly content: Html;
  readonly error?: string | undefined;
}): Html {
  const { locale, ceremony, options, action, content, error } = form;
  return html`<form
    class="moderation-form"
    method="post"
    action="${action}"
    data-passkey="${ceremony}"
    data-options="${JSON.stringify(options)}"
    data-failed="${useTranslations(locale)('accounts:passkeys.failed')}"
    hidden
  >
    <input type="hidden" name="credential" />
    ${content}
    <p class="comment-error" role="alert" data-passkey-error>${error ?? ''}</p>
  </form>`;
}
