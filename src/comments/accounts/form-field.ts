import { html } from 'hono/html';
import type { Html } from '../thread/comment-form.ts';

export interface FormField {
  readonly name: string;
  readonly label: string;
  /** `name` when left out: two forms of one page may ask for the same. */
  readonly id?: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly value?: string;
  readonly autocomplete?: string;
  /** For digits, the keys of a telephone. */
  readonly numeric?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A labelled, required field with its hint and what is wrong with it. */
export function formField({ name, label, hint, error, ...field }: FormField): Html {
  const { id = name, type = 'text', value = '', autocomplete = 'off', numeric = false } = field;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="comment-field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      required
      ${numeric ? html`inputmode="numeric"` : ''}
      ${describedBy && html`aria-describedby="${describedBy}"`}
      ${error ? html`aria-invalid="true" autofocus` : ''}
    />
    ${error && html`<p class="comment-error" id="${id}-error">${error}</p>`}
    ${hint && html`<p class="comment-hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}
