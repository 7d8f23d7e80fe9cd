import { useTranslations } from '../../i18n/translations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import { placeAfter } from '../moderation/place-after.ts';
import type { SignedIn } from '../moderation/session.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { checkCode, checkRecoveryCode } from './check-factor.ts';
import { enrol, secondFactorPlace, secretToEnrol } from './enrol.ts';
import { enrolPage } from './enrol-page.ts';
import { ownForm } from './own-form.ts';
import { passFully } from './pass-password.ts';
import { recoveryCodesPage } from './recovery-codes-page.ts';
import { secondFactorPage } from './second-factor-page.ts';

/** `GET …/second-factor`: asks for the code; who has none yet, and must, sets one up. */
export async function showSecondFactor(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const locale = pathLocale(c);
  const place = secondFactorPlace(placeAfter(c));
  if (await service.store.secondFactor(by.moderator.id))
    return c.html(secondFactorPage(service, { locale, by, place }));
  const secret = secretToEnrol(service, by);
  return c.html(enrolPage(service, { locale, by, ...secret, forced: true, place }));
}

/** `POST …/second-factor`: a right code makes the half session a whole one, under a new token. */
export async function acceptSecondFactor(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const fields = await ownForm(service, c, by);
  const { moderator } = by;
  // Asked of the store, not of the form: a password must not put another factor in the place of one.
  if (!(await service.store.secondFactor(moderator.id))) return enrolNow(service, c, by, fields);
  const recovery = oneOf(fields, 'recovery');
  const problem = recovery
    ? await checkRecoveryCode(service, c, { moderator, code: recovery })
    : await checkCode(service, c, { moderator, code: oneOf(fields, 'code') });
  if (problem === null) {
    await passFully(service, c, moderator, recovery ? 'recovery-code' : 'code');
    return c.redirect(placeAfter(c) ?? `/moderation/${locale}/pending`, 303);
  }
  service.log('second-factor-refused');
  const error = t(`accounts:error.${problem}`);
  const errors = recovery ? { recoveryError: error } : { codeError: error };
  const place = secondFactorPlace(placeAfter(c));
  const status = problem === 'tooMany' ? 429 : 403;
  return c.html(secondFactorPage(service, { locale, by, place, ...errors }), status);
}

async function enrolNow(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  fields: FormFields,
): Promise<Response> {
  const locale = pathLocale(c);
  const sealed = oneOf(fields, 'sealed');
  const codes = await enrol(service, c, by, { sealed, code: oneOf(fields, 'code') });
  if (typeof codes === 'string') {
    const codeError = useTranslations(locale)(`accounts:error.${codes}`);
    const place = secondFactorPlace(placeAfter(c));
    const secret = secretToEnrol(service, by, sealed);
    const status = codes === 'tooMany' ? 429 : 422;
    return c.html(
      enrolPage(service, { locale, by, ...secret, forced: true, place, codeError }),
      status,
    );
  }
  await passFully(service, c, by.moderator, 'code');
  const href = placeAfter(c) ?? `/moderation/${locale}/pending`;
  return c.html(recoveryCodesPage(service, { locale, codes, next: { href, label: 'toQueue' } }));
}
