import { isLocale, type Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { problemDocument, PROBLEMS, type RequestProblemCode } from './problem.ts';
import { problemPage } from './problem-page.ts';
import type { Service, ServiceContext } from './service.ts';

/** Whether a program asks, and not a person's browser. */
export function wantsJson(c: ServiceContext): boolean {
  return /\bapplication\/(?:problem\+)?json\b/i.test(c.req.header('accept') ?? '');
}

/** The language to answer in when the request says no other: the path's, else the browser's. */
export function localeOf(c: ServiceContext): Locale {
  const inPath = c.req.path.split('/')[2];
  if (isLocale(inPath)) return inPath;
  const wanted = (c.req.header('accept-language') ?? '').toLowerCase().match(/\b(fr|en)\b/)?.[1];
  return isLocale(wanted) ? wanted : 'fr';
}

/** A problem as a document or as a page, whichever was asked for. */
export function answerProblem(
  service: Service,
  c: ServiceContext,
  { code, locale = localeOf(c) }: { code: RequestProblemCode; locale?: Locale },
): Response | Promise<Response> {
  const detail = useTranslations(locale)(`comments:problem.${code}`);
  if (wantsJson(c)) return problemDocument({ code, detail });
  return c.html(problemPage(service.settings, locale, detail), PROBLEMS[code]);
}
