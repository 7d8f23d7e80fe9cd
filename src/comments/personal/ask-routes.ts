import { useTranslations } from '../../i18n/translations.ts';
import { wantsJson } from '../service/answer.ts';
import { cleanEmail } from '../policy/index.ts';
import { problemDocument, RequestProblem } from '../service/problem.ts';
import { oneOf, readForm } from '../service/read-form.ts';
import { mayStill, requestSource, type Service, type ServiceContext } from '../service/service.ts';
import { askedPage, askPage } from './ask-page.ts';
import { personalLinkJob } from './personal-jobs.ts';
import { pathLocale } from './path-locale.ts';

/** `GET …/personal`. */
export function showAsk(service: Service, c: ServiceContext): Response | Promise<Response> {
  return c.html(askPage(service, { locale: pathLocale(c) }));
}

/**
 * `POST …/personal`: mails a link to the address, if anything is held on it. The answer is the same
 * for every address, and so is the work: what is held is looked up by the job.
 */
export async function acceptAsk(service: Service, c: ServiceContext): Promise<Response> {
  if (requestSource(service, c) === 'foreign') throw new RequestProblem('foreign-origin');
  if (service.settings.mail === null) throw new RequestProblem('not-found');
  const locale = pathLocale(c);
  const body = await c.req.arrayBuffer();
  const fields = await readForm({ contentType: c.req.header('content-type'), body });
  const email = cleanEmail(oneOf(fields, 'email'));
  if (!email.ok) {
    const message = useTranslations(locale)('comments:errors.email.malformed');
    if (wantsJson(c))
      return problemDocument({ code: 'wrong-fields', detail: message }, [
        { field: 'email', message },
      ]);
    const typed = oneOf(fields, 'email');
    return c.html(askPage(service, { locale, email: typed, error: message }), 422);
  }
  if (!(await mayStill(service, c, 'personalFrom'))) throw new RequestProblem('too-many');
  const address = email.value.toLowerCase();
  const mayWrite =
    (await mayStill(service, c, 'personalTo', address)) &&
    (await mayStill(service, c, 'visitorMail', 'all'));
  if (mayWrite) {
    const now = service.now();
    await service.store.enqueue([personalLinkJob({ email: email.value, locale, now })]);
  }
  service.log('personal-asked');
  if (wantsJson(c)) return c.json({ state: 'asked' }, 202);
  return c.html(askedPage(service, locale), 202);
}
