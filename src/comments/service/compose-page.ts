import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { privacyPath } from '../../i18n/routes.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { commentArticle } from '../thread/comment-article.ts';
import {
  commentForm,
  type CommentDraft,
  type FieldError,
  type Html,
} from '../thread/comment-form.ts';
import { errorSummary } from '../thread/error-summary.ts';
import { previewFrame } from '../thread/preview-frame.ts';
import { removalList } from '../thread/removal-list.ts';
import type { StoredComment } from '../store/store.ts';
import { page } from './page.ts';
import { type Service, siteHref } from './service.ts';
import type { Submission } from './read-submission.ts';

/** The form with what was typed, after an error, a preview, or a notice of any other kind. */
export function composePage(
  { settings, now }: Service,
  view: {
    readonly tutorial: TutorialEntry;
    readonly locale: Locale;
    readonly draft: CommentDraft;
    readonly notify?: boolean;
    /** The comment that is answered. */
    readonly parent?: StoredComment | null;
    readonly errors?: readonly FieldError[];
    readonly preview?: Submission;
    readonly notice?: string;
  },
): Html {
  const { tutorial, locale, draft, parent = null, errors = [], preview, notice } = view;
  const notify = settings.mail === null ? null : (view.notify ?? false);
  const t = useTranslations(locale);
  const heading = parent
    ? t('comments:reply.heading', { name: parent.name })
    : t('comments:compose.title', { title: tutorial.title[locale] });
  const main = html`${backLink(settings, tutorial, locale)}
    <h1>${heading}</h1>
    ${parent && html`<div class="comment-quoted">${commentArticle(parent, locale)}</div>`}
    ${errors.length > 0 && errorSummary(errors, locale)}
    ${notice && html`<p class="comment-summary" role="alert">${notice}</p>`}
    ${preview && previewSection(preview, locale, now())}
    ${commentForm({ action: `/comments/threads/${tutorial.id}`, locale, draft, errors, notify, parent: parent?.id ?? '' })}
    <p class="comment-hint">
      <a href="${siteHref(settings, privacyPath(locale))}">${t('personal:form.privacy')}</a>
    </p>`;
  const title =
    errors.length || notice ? t('comments:errors.pageTitle', { title: heading }) : heading;
  return page({ settings, locale, title, main });
}

/** The way back to the comments of the lesson. */
export function backLink(
  settings: Service['settings'],
  tutorial: TutorialEntry,
  locale: Locale,
): Html {
  const t = useTranslations(locale);
  const href = `${siteHref(settings, tutorial.path[locale])}#comments`;
  return html`<p class="service-back">
    <a href="${href}">${t('comments:compose.back', { title: tutorial.title[locale] })}</a>
  </p>`;
}

function previewSection(submission: Submission, locale: Locale, now: number): Html {
  const { name, website, policy } = submission;
  const shown = {
    id: 'preview',
    locale,
    name: name || useTranslations(locale)('comments:preview.anonymous'),
    website,
    html: policy.html,
    createdAt: now,
  };
  return previewFrame(locale, {
    level: 2,
    article: commentArticle(shown, locale),
    removals: removalList(policy.removed, locale),
  });
}
