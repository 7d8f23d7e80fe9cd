import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { StoredComment } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { hasRole, type SignedIn } from './session.ts';

/** Buttons that keep out what a comment came from, for those who may make rules. */
export function blockForms(view: {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly comment: StoredComment;
  readonly place: string;
}): Html | string {
  const { locale, by, comment, place } = view;
  if (!hasRole(by, 'administrator') || comment.moderator) return '';
  const t = useTranslations(locale);
  const [path = '', query = ''] = place.split('?');
  const back = `/moderation/${locale}${path}?${query}&told=blocked`;
  const kinds = [
    ...(comment.email === '' ? [] : (['address'] as const)),
    ...(comment.network === null ? [] : (['network'] as const)),
  ];
  return html`<div class="queue-actions">
    ${kinds.map(
      (kind) =>
        html`<form method="post" action="/moderation/${locale}/rules">
          <input type="hidden" name="token" value="${by.formToken}" />
          <input type="hidden" name="act" value="add" />
          <input type="hidden" name="kind" value="${kind}" />
          <input type="hidden" name="comment" value="${comment.id}" />
          <input type="hidden" name="back" value="${back}" />
          <button class="button button-quiet">${t(`moderation:item.block.${kind}`)}</button>
        </form>`,
    )}
  </div>`;
}
