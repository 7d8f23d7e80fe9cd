import type { Locale } from '../i18n/locales.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import { diagram, textsOf } from './catalogue.ts';
import { findPicture } from './find-picture.ts';
import { markup } from './markup.ts';
import { mermaidText } from './mermaid-text.ts';
import { WIDTHS, type Width } from './metrics.ts';
import { outline } from './outline.ts';
import { pictureAddress } from './picture-address.ts';
import { firstView, spokenPhrases, subjectOf } from './picture-source.ts';
import { layoutOf, view } from './view.ts';

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
  const mermaid = mermaidText(first);
  const picture = (width: Width) =>
    findPicture(
      pictures,
      { id, locale, width },
      pictureAddress(mermaid, layoutOf(first, width)),
    ).trim();
  const carried = {
    title: subject.title,
    parameters: subject.parameters,
    phrases: { locale, texts: spokenPhrases(subject) },
    stacks: textsOf(diagram(id)),
  };
  const walk = subject.parameters.find(({ kind }) => kind === 'step');
  return {
    subject,
    first,
    pictures: (Object.keys(WIDTHS) as Width[]).map((width) => ({ width, svg: picture(width) })),
    mermaid,
    /** What each step of a walk says: all of it, for who cannot walk. */
    steps: (walk?.values ?? []).map(
      (step) => view(subject, { ...first.state, [walk?.name ?? '']: step }).sentence,
    ),
    list: markup(outline(first)),
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
