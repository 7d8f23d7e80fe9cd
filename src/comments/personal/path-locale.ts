import { isLocale, type Locale } from '../../i18n/locales.ts';
import { RequestProblem } from '../service/problem.ts';
import type { ServiceContext } from '../service/service.ts';

/** The language that a path names: `/comments/fr/personal`. */
export function pathLocale(c: ServiceContext): Locale {
  const locale = c.req.param('locale');
  if (!isLocale(locale)) throw new RequestProblem('not-found');
  return locale;
}
