import { useTranslations } from '../../i18n/translations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import { placeAfter } from '../moderation/place-after.ts';
import { readModerationForm } from '../moderation/read-moderation-form.ts';
import { requireOwnForm } from '../moderation/session.ts';
import { signInPage } from '../moderation/sign-in-page.ts';
import { oneOf } from '../service/read-form.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { auditAct } from './audit-act.ts';
import { passFully } from './pass-password.ts';
import { verifyPasskey } from './verify-passkey.ts';

/** `POST …/sign-in/passkey`: the device has checked its user, so this is both factors at once. */
export async function acceptPasskey(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const fields = await readModerationForm(c);
  requireOwnForm(service, c);
  const then = placeAfter(c);
  const refuse = (passkeyProblem: string, status: 403 | 429): Response | Promise<Response> =>
    c.html(signInPage(service, { locale, then, passkeyProblem }), status);
  if (!(await mayStill(service, c, 'signInFrom'))) return refuse(t('accounts:error.tooMany'), 429);
  const { moderator, right } = await verifyPasskey(service, oneOf(fields, 'credential'));
  if (moderator && right) {
    await passFully(service, c, moderator, 'passkey');
    return c.redirect(then ?? `/moderation/${locale}/pending`, 303);
  }
  if (moderator) await auditAct(service, moderator.id, 'passkey-refused');
  service.log('sign-in-refused', { by: 'passkey' });
  return refuse(t('accounts:error.passkeyRefused'), 403);
}
