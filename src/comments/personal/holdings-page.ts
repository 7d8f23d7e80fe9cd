import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import { ERASURES, type HeldComment, type Holdings } from '../store/personal-store.ts';
import type { Html } from '../thread/comment-form.ts';
import { formatDate } from '../thread/format-date.ts';
import { linkPath } from './personal-links.ts';
import { personalPage } from './personal-page.ts';

/** What of a text is shown in the list; the export has all of it. */
const EXCERPT = 160;

interface View {
  readonly locale: Locale;
  readonly token: string;
  readonly held: Holdings;
  /** The erasure was asked for without the tick that makes sure of it. */
  readonly unsure?: boolean;
}

/** All that is held on an address, and what its owner can do about it. */
export function holdingsPage(service: Service, view: View): Html {
  const { locale, token, held, unsure = false } = view;
  const t = useTranslations(locale);
  const title = t('personal:holdings.title');
  const { comments } = held;
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:holdings.lead', { email: held.email })}</p>
    <h2>${t('personal:holdings.comments', { count: comments.length })}</h2>
    ${
      comments.length > 0 &&
      html`<ul class="personal-comments">
        ${comments.map((comment) => heldComment(service, comment, locale))}
      </ul>`
    }
    <h2>${t('personal:holdings.mail')}</h2>
    ${mailForm(view)}
    <h2>${t('personal:holdings.export')}</h2>
    <p>${t('personal:holdings.exportLead')}</p>
    <form method="post" action="${linkPath('personal', locale, token)}">
      <p class="personal-actions">
        <button class="button" name="intent" value="export">
          ${t('personal:holdings.download')}
        </button>
      </p>
    </form>
    <h2 id="erase">${t('personal:holdings.erase')}</h2>
    ${eraseForm(view)}`;
  return personalPage({
    settings: service.settings,
    locale,
    title: unsure ? t('comments:errors.pageTitle', { title }) : title,
    main,
    place: `/personal/${token}`,
  });
}

function heldComment({ tutorials }: Service, comment: HeldComment, locale: Locale): Html {
  const t = useTranslations(locale);
  const { raw, createdAt, state } = comment;
  const excerpt = raw.length > EXCERPT ? `${[...raw].slice(0, EXCERPT).join('')}…` : raw;
  const tutorial = tutorials.get(comment.tutorial)?.title[locale] ?? comment.tutorial;
  return html`<li>
    <p class="comment-hint">
      ${tutorial} ·
      <time datetime="${new Date(createdAt).toISOString()}">${formatDate(createdAt, locale)}</time>
      · ${t(`personal:states.${state}`)}
    </p>
    <p lang="${comment.locale}">${excerpt}</p>
  </li>`;
}

/** Whether mail flows, and the button that turns it. */
function mailForm({ locale, token, held }: View): Html {
  const t = useTranslations(locale);
  const { address } = held;
  const active = held.subscriptions.filter(
    ({ confirmedAt, stoppedAt }) => confirmedAt !== null && stoppedAt === null,
  );
  const state =
    address === null || (address.confirmedAt === null && address.stoppedAt === null)
      ? 'none'
      : address.stoppedAt === null
        ? 'on'
        : 'off';
  return html`<p>${t(`personal:mail.${state}`, { count: active.length })}</p>
    ${
      address !== null &&
      html`<form method="post" action="${linkPath('personal', locale, token)}">
        <p class="personal-actions">
          <button
            class="button button-quiet"
            name="intent"
            value="${state === 'off' ? 'mail-on' : 'mail-off'}"
          >
            ${t(state === 'off' ? 'personal:mail.turnOn' : 'personal:mail.turnOff')}
          </button>
        </p>
      </form>`
    }`;
}

function eraseForm({ locale, token, unsure }: View): Html {
  const t = useTranslations(locale);
  const invalid = unsure && html`aria-invalid="true" aria-describedby="sure-error"`;
  return html`<form method="post" action="${linkPath('personal', locale, token)}">
    <fieldset class="personal-choice">
      <legend>${t('personal:erase.legend')}</legend>
      ${ERASURES.map(
        (how) =>
          html`<label class="personal-option">
            <input
              type="radio"
              name="how"
              value="${how}"
              ${how === 'everything' ? 'checked' : ''}
            />
            <span>${t(`personal:erase.${how}`)}</span>
          </label>`,
      )}
    </fieldset>
    <label class="personal-option">
      <input type="checkbox" name="sure" value="1" required ${invalid} />
      <span>${t('personal:erase.sure')}</span>
    </label>
    ${
      unsure &&
      html`<p class="comment-error" id="sure-error" role="alert">${t('personal:erase.unsure')}</p>`
    }
    <p class="personal-actions">
      <button class="button" name="intent" value="erase">${t('personal:erase.submit')}</button>
    </p>
  </form>`;
}

/** What was erased; the link is gone with it. */
export function erasedPage({ settings }: Service, locale: Locale, count: number): Html {
  const t = useTranslations(locale);
  const title = t('personal:erased.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:erased.lead', { count })}</p>
    <p>${t('personal:erased.copies')}</p>`;
  return personalPage({ settings, locale, title, main, place: null });
}
