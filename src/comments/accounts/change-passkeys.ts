import { useTranslations } from '../../i18n/translations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import type { SignedIn } from '../moderation/session.ts';
import { cleanName } from '../policy/index.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { StoreError } from '../store/store-error.ts';
import type { AccountErrors } from './account-page.ts';
import { auditAct } from './audit-act.ts';
import { checkPresentPassword } from './check-factor.ts';
import { ownForm } from './own-form.ts';
import { PASSKEY_NAME } from './passkey-part.ts';
import { accountAnswer, toAccount } from './show-account.ts';
import { verifyNewPasskey } from './verify-passkey.ts';

/** `POST …/account/passkeys`: keeps a passkey that the browser made. */
export async function addPasskey(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const t = useTranslations(pathLocale(c));
  const { moderator } = by;
  const refuse = (errors: AccountErrors, status: 422 | 429 = 422): Promise<Response> =>
    accountAnswer(service, c, { by, errors }, status);
  const name = passkeyName(oneOf(fields, 'name'));
  if (name === null) return refuse({ 'passkey-name': t('accounts:error.passkeyName') });
  const password = oneOf(fields, 'present');
  const problem = await checkPresentPassword(service, c, { moderator, password });
  if (problem !== null) {
    const errors = { 'passkey-present': t(`accounts:error.${problem}`) };
    return refuse(errors, problem === 'tooMany' ? 429 : 422);
  }
  const passkey = await verifyNewPasskey(service, by, oneOf(fields, 'credential'));
  if (!passkey) return refuse({ passkey: t('accounts:error.passkeyNotKept') });
  try {
    const createdAt = service.now();
    await service.store.addPasskey({ ...passkey, moderator: moderator.id, name, createdAt });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'exists') throw error;
    return refuse({ passkey: t('accounts:error.passkeyKnown') });
  }
  await auditAct(service, moderator.id, 'passkey-added');
  return toAccount(c, 'passkey-added');
}

/** `POST …/account/passkeys/change`: `act=rename` or `act=remove`. */
export async function changePasskey(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const { store } = service;
  const passkey = { id: oneOf(fields, 'passkey'), moderator: by.moderator.id };
  const act = oneOf(fields, 'act');
  if (act === 'remove') {
    if (await store.removePasskey(passkey))
      await auditAct(service, by.moderator.id, 'passkey-removed');
    return toAccount(c, 'passkey-removed');
  }
  if (act !== 'rename') throw new RequestProblem('bad-form');
  const name = passkeyName(oneOf(fields, 'name'));
  if (name === null) {
    const t = useTranslations(pathLocale(c));
    const errors = { passkey: t('accounts:error.passkeyName') };
    return accountAnswer(service, c, { by, errors }, 422);
  }
  await store.renamePasskey({ ...passkey, name });
  return toAccount(c, 'passkey-renamed');
}

function passkeyName(typed: string): string | null {
  const name = cleanName(typed);
  return name.ok && [...name.value].length <= PASSKEY_NAME ? name.value : null;
}
