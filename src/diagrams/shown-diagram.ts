import type { Locale } from '../i18n/locales.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import { findPicture } from './find-picture.ts';
import { markup } from './markup.ts';
import { WIDTHS, type Width } from './metrics.ts';
import { pictureAddress } from './picture-address.ts';
import { firstView, spokenPhrases, subjectOf } from './picture-source.ts';
import { layoutOf } from './view.ts';

const files = import.meta.glob<string>('./pictures/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = Object.fromEntries(
  Object.entries(files).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1), svg]),
);

function show(id: string, locale: Locale) {
  const subject = subjectOf(id, locale);
  const first = firstView(subject);
  const picture = (width: Width) =>
    findPicture(
      pictures,
      { id, locale, width },
      pictureAddress(first.mermaid, layoutOf(first, width)),
    ).trim();
  const carried = {
    title: subject.title,
    parameters: subject.parameters,
    phrases: { locale, texts: spokenPhrases(subject) },
  };
  return {
    subject,
    first,
    pictures: (Object.keys(WIDTHS) as Width[]).map((width) => ({ width, svg: picture(width) })),
    list: markup(first.list),
    /** What the element needs once awake, safe inside a script: `<` would end it early. */
    json: JSON.stringify(carried).replaceAll('<', '\\u003c'),
  };
}

const remembered = rememberInBuild((key: `${Locale} ${string}`) => {
  const [locale, id] = key.split(' ') as [Locale, string];
  return show(id, locale);
});

/**
 * What the page of a diagram shows and carries, worked out once a build.
 * @throws Error for an unknown id, and for a picture that is missing or stale.
 */
export function shownDiagram(id: string, locale: Locale) {
  return remembered(`${locale} ${id}`);
}
