import type { Locale } from '../../i18n/locales.ts';
import { layoutStack } from '../layout.ts';
import { markup } from '../markup.ts';
import { measure } from '../measure.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import { say } from '../phrases.ts';
import { pictureMarkup } from '../picture-markup.ts';
import { benchWith } from './bench.ts';
import { benchView } from './bench-view.ts';
import { benchWords } from './bench-words.ts';
import { kindName } from './fault-text.ts';
import { writeStack } from './notation.ts';
import { isFrame, PIECE_KINDS, PIECES } from './pieces.ts';
import { piecesOf, TEMPLATE_IDS, TEMPLATES } from './templates.ts';

/** The stack of each template as it stands in an address. */
export const templateStacks = () =>
  TEMPLATE_IDS.map((id) => ({ id, stack: writeStack(piecesOf(TEMPLATES[id]())) }));

/** What the page of the bench shows and carries, before anyone builds. */
export function shownWorkbench(locale: Locale) {
  const phrases = benchWords(locale);
  const ground = piecesOf(TEMPLATES.machine());
  const view = benchView(benchWith(ground), phrases);
  const title = say(phrases, 'title');
  const picture = (width: Width) =>
    pictureMarkup(layoutStack(view.drawing, WIDTHS[width], measure), {
      prefix: `workbench-${width}`,
      title,
      description: view.description,
    });
  const names = (kinds: readonly (typeof PIECE_KINDS)[number][]) =>
    kinds.map((kind) => kindName(phrases, kind)).join(', ');
  return {
    view,
    pictures: (Object.keys(WIDTHS) as Width[]).map((width) => ({ width, svg: picture(width) })),
    list: markup(view.list),
    facts: markup(view.facts),
    /** The table of letters. */
    letters: PIECE_KINDS.map((kind) => ({
      letter: PIECES[kind].letter,
      name: kindName(phrases, kind),
      on: names(PIECES[kind].on),
      in: names(PIECES[kind].in),
      frame: isFrame(kind),
    })),
    /** Safe inside a script: `<` would end it early. */
    json: JSON.stringify({ phrases, first: writeStack(ground) }).replaceAll('<', '\\u003c'),
  };
}
