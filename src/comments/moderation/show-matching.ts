import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { RequestProblem } from '../service/problem.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { StoredComment } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { isDecision } from './decision-buttons.ts';
import { excerpt } from './excerpt.ts';
import { moderationPage } from './moderation-page.ts';
import { pathLocale } from './path-locale.ts';
import { filterOf, readView, viewPlace, viewQuery } from './queue-view.ts';
import { seenField } from './seen-comments.ts';
import type { SignedIn } from './session.ts';

/** Comments that one decision takes at most, and those that are shown before it. */
const MOST = 1000;
const SHOWN = 10;

/**
 * `GET …/matching?to=<decision>`: every comment that a view shows, to decide on at once. The form
 * names each with the version that matched: what comes in or changes until then is left alone.
 */
export async function showMatching(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const to = c.req.query('to');
  if (!isDecision(to)) throw new RequestProblem('not-found');
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const view = readView(c, c.req.query('tab'));
  const { comments, more } = await service.store.matching(filterOf(view), MOST);
  const first = await Promise.all(
    comments.slice(0, SHOWN).map(({ id }) => service.store.findComment(id)),
  );
  const back = viewPlace(view);
  const title = t('moderation:matching.title');
  const main = html`<h1>${title}</h1>
    ${
      comments.length === 0
        ? html`<p class="lede">${t('moderation:matching.none')}</p>`
        : html`<p class="lede">
              ${!more && t('moderation:matching.lead', { count: comments.length })}
              ${more && t('moderation:matching.more', { n: MOST.toLocaleString(locale) })}
            </p>
            ${list(first.flatMap((comment) => comment ?? []))}
            ${
              comments.length > SHOWN &&
              html`<p>${t('moderation:matching.others', { count: comments.length - SHOWN })}</p>`
            }
            <form method="post" action="/moderation/${locale}/decisions">
              <input type="hidden" name="token" value="${by.formToken}" />
              <input type="hidden" name="back" value="${back}" />
              <input type="hidden" name="matching" value="1" />
              <input type="hidden" name="seen" value="${comments.map(seenField).join(' ')}" />
              <button class="button" name="act" value="${to}">
                ${t(`moderation:matching.confirm.${to}`, { count: comments.length })}
              </button>
            </form>`
    }
    <p><a href="/moderation/${locale}${back}">${t('moderation:matching.cancel')}</a></p>`;
  const place = `/matching${viewQuery(view, { tab: view.tab, to })}`;
  return c.html(moderationPage({ settings: service.settings, locale, title, main, by, place }));
}

function list(comments: readonly StoredComment[]): Html {
  return html`<ul class="matching-list">
    ${comments.map(
      (comment) =>
        html`<li>
          <strong><bdi>${comment.name}</bdi></strong>
          <span lang="${comment.locale}" dir="auto">${excerpt(comment.raw)}</span>
        </li>`,
    )}
  </ul>`;
}
