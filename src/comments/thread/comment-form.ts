import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { allowedMarkup } from './allowed-markup.ts';

/** Markup that `hono/html` has escaped. */
export type Html = ReturnType<typeof html>;

export const FIELDS = ['name', 'email', 'website', 'comment'] as const;
export type FieldName = (typeof FIELDS)[number];

/** What stands in the form: as typed, right or wrong. */
export type CommentDraft = Readonly<Record<FieldName, string>>;

/** A field, and in the reader's language what is wrong with it. */
export interface FieldError {
  readonly field: FieldName;
  readonly message: string;
}

export const EMPTY_DRAFT: CommentDraft = { name: '', email: '', website: '', comment: '' };

/** Attributes of the one-line fields; `autocomplete` lets browsers fill them in. */
const INPUTS = [
  { field: 'name', type: 'text', autocomplete: 'name', required: true, hint: false },
  { field: 'email', type: 'email', autocomplete: 'email', required: true, hint: true },
  { field: 'website', type: 'url', autocomplete: 'url', required: false, hint: true },
] as const;

/**
 * The comment form, the same on the tutorial's page and on the service's own pages. It posts to
 * `action` without any JavaScript. The first button is the preview: Enter in a field never sends.
 */
export function commentForm(form: {
  readonly action: string;
  readonly locale: Locale;
  readonly draft?: CommentDraft;
  readonly errors?: readonly FieldError[];
  /** Whether the box for mails about replies is ticked; null where nothing can be mailed. */
  readonly notify?: boolean | null;
  /** The comment that is answered; '' for none. */
  readonly parent?: string;
}): Html {
  const { action, locale, draft = EMPTY_DRAFT, errors = [], notify = null, parent = '' } = form;
  const t = useTranslations(locale);
  return html`<form class="comment-form" method="post" action="${action}" accept-charset="utf-8">
    <input type="hidden" name="locale" value="${locale}" />
    <input type="hidden" name="parent" value="${parent}" />
    <p class="comment-form-lead">${t('comments:form.lead')}</p>
    <div class="comment-form-fields">
      ${INPUTS.map((input) => inputField(input, locale, draft, errors))}
    </div>
    ${trap(locale)} ${commentField(locale, draft.comment, errors)} ${notifyBox(locale, notify)}
    <div class="comment-form-buttons">
      <button class="button button-quiet" name="intent" value="preview" formnovalidate>
        ${t('comments:form.preview')}
      </button>
      <button class="button" name="intent" value="send">${t('comments:form.send')}</button>
    </div>
  </form>`;
}

function inputField(
  { field, type, autocomplete, required, hint }: (typeof INPUTS)[number],
  locale: Locale,
  draft: CommentDraft,
  errors: readonly FieldError[],
): Html {
  const t = useTranslations(locale);
  const error = errors.find((each) => each.field === field);
  const describedBy = [hint && `comment-${field}-hint`, error && `comment-${field}-error`];
  return html`<div class="comment-field">
    ${label(field, required, locale)}
    <input
      id="comment-${field}"
      name="${field}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${draft[field]}"
      ${required ? 'required' : ''}
      ${describedByAttribute(describedBy.filter(Boolean).join(' '))}
      ${error ? html`aria-invalid="true"` : ''}
    />
    ${errorText(error)}
    ${hint && html`<p class="comment-hint" id="comment-${field}-hint">${t(`comments:form.${field}Hint`)}</p>`}
  </div>`;
}

/**
 * A field that robots fill in and people never meet: out of sight and of the order of tabs, silent,
 * never filled in by browsers, and explained where there is no style sheet. What fills it in is spam.
 */
function trap(locale: Locale): Html {
  return html`<label class="unseen" aria-hidden="true">
    ${useTranslations(locale)('spam:trap')}
    <input name="subject" tabindex="-1" autocomplete="off" />
  </label>`;
}

/** The field for the comment itself, with what is allowed in it. */
export function commentField(
  locale: Locale,
  text: string,
  errors: readonly FieldError[] = [],
): Html {
  const t = useTranslations(locale);
  const error = errors.find((each) => each.field === 'comment');
  const describedBy = error ? 'comment-comment-error comment-allowed' : 'comment-allowed';
  // A line break right after <textarea> is dropped by the parser: this one spares the reader's own.
  return html`<div class="comment-field">
    ${label('comment', true, locale)}
    <textarea
      id="comment-comment"
      name="comment"
      rows="7"
      required
      aria-describedby="${describedBy}"
      ${error ? html`aria-invalid="true"` : ''}
    >
${text}</textarea>
    ${errorText(error)}
    <p class="comment-hint comment-allowed" id="comment-allowed">
      ${t('comments:form.allowed')}
      ${allowedMarkup().map((markup) => html`<code>${markup}</code> `)}
    </p>
  </div>`;
}

/** The box that asks for mails about replies. */
function notifyBox(locale: Locale, notify: boolean | null): Html | string {
  if (notify === null) return '';
  const t = useTranslations(locale);
  return html`<p class="comment-form-buttons comment-notify">
    <label>
      <input
        type="checkbox"
        name="notify"
        value="1"
        aria-describedby="comment-notify-hint"
        ${notify ? 'checked' : ''}
      />
      ${t('personal:form.notify')}
    </label>
    <span class="comment-hint" id="comment-notify-hint">${t('personal:form.notifyHint')}</span>
  </p>`;
}

function label(field: FieldName, required: boolean, locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<label for="comment-${field}">
    ${t(`comments:form.${field}`)}${required && html` <span class="comment-required">*</span>`}
  </label>`;
}

function errorText(error: FieldError | undefined): Html | string {
  if (!error) return '';
  return html`<p class="comment-error" id="comment-${error.field}-error">${error.message}</p>`;
}

function describedByAttribute(value: string): Html | string {
  return value && html`aria-describedby="${value}"`;
}
