import type { APIRoute } from 'astro';
import { isLocale, LOCALES } from '../../i18n/locales.ts';
import { quizIndex } from '../_quiz-index.ts';

export const getStaticPaths = () => LOCALES.map((locale) => ({ params: { locale } }));

/** What the page of review knows of every question before it fetches any. */
export const GET: APIRoute = async ({ params: { locale } }) =>
  Response.json(isLocale(locale) ? await quizIndex(locale) : { tutorials: [] });
