import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { type Service, siteHref } from '../service/service.ts';
import { COMMENT_STATES, type StoredComment } from '../store/store.ts';
import { WEBSITE_REL } from '../thread/comment-article.ts';
import type { Html } from '../thread/comment-form.ts';
import type { QueueItem } from './item-details.ts';
import { moment } from './moment.ts';
import { type QueueView, viewPlace } from './queue-view.ts';

/** Who sent a comment, from where, when and on what, as a list of terms. */
export function itemFacts(
  service: Service,
  { item, locale, withState }: { item: QueueItem; locale: Locale; withState: boolean },
): Html {
  const t = useTranslations(locale);
  const { comment, history } = item;
  const { email, website, createdAt, decidedAt, editedAt, state } = comment;
  return html`<dl class="queue-facts">
    ${withState && fact(t('moderation:item.state'), t(`moderation:states.${state}`))}
    ${email && fact(t('moderation:item.email'), email)}
    ${email && history && fact(t('moderation:item.history'), historyText(item, locale))}
    ${
      website !== null &&
      fact(
        t('moderation:item.website'),
        html`<a href="${website}" rel="${WEBSITE_REL}">${website}</a>`,
      )
    }
    ${fact(t('moderation:item.tutorial'), lessonLink(service, comment, locale))}
    ${fact(t('moderation:item.sent'), moment(createdAt, locale))}
    ${editedAt !== null && fact(t('moderation:item.edited'), moment(editedAt, locale))}
    ${decidedAt !== null && fact(t('moderation:item.decided'), moment(decidedAt, locale))}
  </dl>`;
}

function fact(term: string, value: Html | string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

function lessonLink({ settings, tutorials }: Service, comment: StoredComment, locale: Locale) {
  const t = useTranslations(locale);
  const lesson = tutorials.get(comment.tutorial);
  const place = comment.state === 'approved' ? `comment-${comment.id}` : 'comments';
  return html`${
    lesson
      ? html`<a href="${siteHref(settings, lesson.path[comment.locale])}#${place}"
          >${lesson.title[locale]}</a
        >`
      : comment.tutorial
  }
  (${t(`moderation:languages.${comment.locale}`)})`;
}

/** How many comments came from the address, a link to them, since when, and whether it is confirmed. */
function historyText({ comment, history }: QueueItem, locale: Locale): Html | string {
  if (history === null) return '';
  const t = useTranslations(locale);
  const view: QueueView = {
    tab: 'all',
    tutorial: '',
    language: '',
    author: comment.email,
    text: '',
    sort: '',
  };
  const counts = COMMENT_STATES.filter((state) => history.counts[state] > 0).map((state) =>
    t('moderation:item.count', {
      state: t(`moderation:states.${state}`),
      n: history.counts[state].toLocaleString(locale),
    }),
  );
  const only = Object.values(history.counts).reduce((sum, n) => sum + n, 0) === 1;
  return html`${
    only
      ? t('moderation:item.historyOnly')
      : html`<a href="/moderation/${locale}${viewPlace(view)}">${counts.join(' · ')}</a>`
  }
  · ${t(history.confirmed ? 'moderation:item.confirmed' : 'moderation:item.unconfirmed')}
  ${!only && html`· ${t('moderation:item.since')} ${moment(history.firstAt, locale)}`}`;
}
