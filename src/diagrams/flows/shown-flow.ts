import type { Locale } from '../../i18n/locales.ts';
import { MESSAGES } from '../../i18n/translations.ts';
import { rememberInBuild } from '../../lib/remember-in-build.ts';
import { findPicture } from '../find-picture.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import type { FlowCase } from './flow.ts';
import { flowAddress } from './flow-address.ts';
import { FLOWS, type FlowId } from './flow-catalogue.ts';
import { flowWords, mermaidOf } from './flow-words.ts';

const files = import.meta.glob<string>('./pictures/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const committed = Object.fromEntries(
  Object.entries(files).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1), svg]),
);

function showCase(flow: FlowCase, locale: Locale) {
  const { id, model } = flow;
  const words = flowWords(id, locale);
  const picture = (width: Width) => ({
    width,
    svg: findPicture(
      committed,
      { id, locale, width },
      flowAddress(mermaidOf(flow, locale, width), model, width),
      'src/diagrams/flows/pictures',
    ).trim(),
  });
  return {
    flow,
    words,
    /** The text that is shown and copied: that of the wide picture. */
    mermaid: mermaidOf(flow, locale, 'wide'),
    pictures: (Object.keys(WIDTHS) as Width[]).map(picture),
  };
}

function show(id: FlowId, locale: Locale) {
  const { cases, sources } = FLOWS[id];
  const { title, lead } = MESSAGES[locale].flows;
  const shown = cases.map((one) => showCase(one, locale));
  return {
    title: title[id],
    lead: lead[id],
    /** Of the first picture, where a flow has several. */
    sentence: shown[0]?.words.sentence ?? '',
    pictures: shown.flatMap(({ pictures }) => pictures),
    cases: shown,
    sources,
  };
}

const remembered = rememberInBuild((key: `${Locale} ${FlowId}`) => {
  const [locale, id] = key.split(' ') as [Locale, FlowId];
  return show(id, locale);
});

/**
 * What the page of a flow shows, worked out once a build.
 * @throws Error for a picture that is missing or stale, naming the command.
 */
export function shownFlow(id: FlowId, locale: Locale) {
  return remembered(`${locale} ${id}`);
}
