import { useTranslations } from '../../i18n/translations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import type { SignedIn } from '../moderation/session.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { auditAct } from './audit-act.ts';
import { checkPresentPassword } from './check-factor.ts';
import { enrol, secretToEnrol } from './enrol.ts';
import { enrolPage } from './enrol-page.ts';
import { ownForm } from './own-form.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { recoveryCodesPage } from './recovery-codes-page.ts';
import { accountAnswer, toAccount } from './show-account.ts';

const PLACE = '/account/second-factor';

/** `GET …/account/second-factor`: a new secret each time, which counts for nothing until it is proved. */
export function showEnrolment(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Response | Promise<Response> {
  const secret = secretToEnrol(service, by);
  const view = { locale: pathLocale(c), by, ...secret, forced: false, place: PLACE };
  return c.html(enrolPage(service, view));
}

/** `POST …/account/second-factor`: shows the recovery codes, once. */
export async function acceptEnrolment(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const { moderator } = by;
  const sealed = oneOf(fields, 'sealed');
  const password = oneOf(fields, 'present');
  const again = (
    errors: { codeError: string } | { passwordError: string },
    status: 422 | 429,
  ): Response | Promise<Response> => {
    const secret = secretToEnrol(service, by, sealed);
    const view = { locale, by, ...secret, forced: false, place: PLACE, ...errors };
    return c.html(enrolPage(service, view), status);
  };
  const problem = await checkPresentPassword(service, c, { moderator, password });
  if (problem !== null) {
    const passwordError = t(`accounts:error.${problem}`);
    return again({ passwordError }, problem === 'tooMany' ? 429 : 422);
  }
  const codes = await enrol(service, c, by, { sealed, code: oneOf(fields, 'code') });
  if (typeof codes === 'string')
    return again({ codeError: t(`accounts:error.${codes}`) }, codes === 'tooMany' ? 429 : 422);
  return showCodes(service, c, codes);
}

/** `POST …/account/second-factor/change`: `act=codes` makes new recovery codes, `act=remove` turns it off. */
export async function changeFactor(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const { store, settings } = service;
  const { moderator } = by;
  const act = oneOf(fields, 'act');
  const removes = act === 'remove' && !settings.requireSecondFactor;
  if (!removes && act !== 'codes') throw new RequestProblem('bad-form');
  const password = oneOf(fields, 'present');
  const problem = await checkPresentPassword(service, c, { moderator, password });
  if (problem !== null) {
    const t = useTranslations(pathLocale(c));
    const errors = { 'factor-present': t(`accounts:error.${problem}`) };
    return accountAnswer(service, c, { by, errors }, problem === 'tooMany' ? 429 : 422);
  }
  if (removes) {
    await store.removeSecondFactor(moderator.id);
    await auditAct(service, moderator.id, 'factor-removed');
    return toAccount(c, 'factor');
  }
  if (!(await store.secondFactor(moderator.id))) throw new RequestProblem('bad-form');
  const codes = newRecoveryCodes();
  await store.replaceRecoveryCodes(moderator.id, codes.map(recoveryCodeHash));
  await auditAct(service, moderator.id, 'recovery-codes-renewed');
  return showCodes(service, c, codes);
}

function showCodes(
  service: Service,
  c: ServiceContext,
  codes: readonly string[],
): Response | Promise<Response> {
  const locale = pathLocale(c);
  const next = { href: `/moderation/${locale}/account`, label: 'toAccount' } as const;
  return c.html(recoveryCodesPage(service, { locale, codes, next }));
}
