import type { APIRoute } from 'astro';
import { composerTexts } from '../../comments/thread/composer-texts.ts';
import { publishedComments } from '../../comments/thread/published-comments.ts';
import { isLocale, LOCALES } from '../../i18n/locales.ts';

/** Nothing, when nobody can write a comment. */
export async function getStaticPaths() {
  const { service = null } = (await publishedComments()) ?? {};
  return service === null ? [] : LOCALES.map((locale) => ({ params: { locale } }));
}

/** What the composer of comments says: fetched by those who write. */
export const GET: APIRoute = ({ params: { locale } }) =>
  Response.json(isLocale(locale) ? composerTexts(locale) : {});
