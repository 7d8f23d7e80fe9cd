import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { moderationPage } from '../moderation/moderation-page.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { ListedSession, Passkey, SecondFactor } from '../store/account-store.ts';
import type { Html } from '../thread/comment-form.ts';
import { factorPart } from './factor-part.ts';
import { passkeyPart } from './passkey-part.ts';
import { passwordPart } from './password-part.ts';
import { PASSKEY_SCRIPT } from './passkey-form.ts';
import { profilePart } from './profile-part.ts';
import { sessionPart } from './session-part.ts';

/** What was done to the account a moment ago, by its sentence `accounts:done.<done>`. */
export const DONE = [
  'profile',
  'password',
  'factor',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'session',
  'sessions',
] as const;
export type Done = (typeof DONE)[number];

/** The sentence about a wrong field, by the field's id. */
export type AccountErrors = Readonly<Partial<Record<AccountField, string>>>;
export type AccountField =
  | 'profile-name'
  | 'password-present'
  | 'password-new'
  | 'factor-present'
  | 'passkey-name'
  | 'passkey-present'
  | 'passkey';

export interface AccountView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly factor: SecondFactor | null;
  readonly factorRequired: boolean;
  readonly passkeys: readonly Passkey[];
  /** What WebAuthn is asked for to make another. */
  readonly newPasskey: object;
  readonly sessions: readonly ListedSession[];
  readonly done: Done | null;
  readonly errors: AccountErrors;
}

/** One's own account: profile, password, second factor, passkeys, sessions. */
export function accountPage({ settings }: Service, view: AccountView): Html {
  const { locale, by, done } = view;
  const t = useTranslations(locale);
  const title = t('accounts:account.title');
  const { email, role } = by.moderator;
  const main = html`<h1>${title}</h1>
    ${done && html`<p class="account-done" role="status">${t(`accounts:done.${done}`)}</p>`}
    <p class="lede">${t('accounts:account.lead', { email, role: t(`accounts:roles.${role}`) })}</p>
    ${profilePart(view)} ${passwordPart(view)} ${factorPart(view)} ${passkeyPart(view)}
    ${sessionPart(view)}`;
  const place = '/account';
  return moderationPage({ settings, locale, title, main, place, by, script: PASSKEY_SCRIPT });
}
