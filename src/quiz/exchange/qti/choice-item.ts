import type { Option, QuestionOf } from '../../schema.ts';
import { paragraph } from '../content.ts';
import { xml, type XmlElement, type XmlNode } from '../xml/xml.ts';
import type { QtiFile, QtiMaker } from './qti-body.ts';
import { named, response, scoreOf, set, variable } from './qti-elements.ts';

type Choice = QuestionOf<'choice' | 'multiple' | 'hotspot'>;

/** Options to tick; each that is ticked shows its explanation in its place. */
export const choiceItem: QtiMaker<Choice> = (question, file) => {
  const parts = choiceParts(question.options, file.say(question.prompt), file);
  const picture = pictureOf(question, file);
  return {
    bodies: [
      {
        ...parts,
        part: '',
        body: [...picture.shown, ...parts.body],
        said: [],
        after: [],
        files: picture.files,
      },
    ],
    losses: question.type === 'hotspot' ? ['picture-as-list'] : [],
  };
};

/**
 * The interaction of options with its response and its score: as on the site, each right option
 * earns its share, and each wrong one takes a share back.
 */
export function choiceParts(
  options: readonly Option[],
  prompt: readonly XmlNode[],
  { say, quiz }: QtiFile,
) {
  const rights = options.filter(({ correct }) => correct);
  const several = rights.length !== 1;
  const share = 1 / Math.max(1, rights.length);
  return {
    responses: [
      response(
        'RESPONSE',
        { cardinality: several ? 'multiple' : 'single', baseType: 'identifier' },
        rights.map(({ id }) => named(id)),
        options.map(({ id, correct }) => [named(id), correct ? share : several ? -share : 0]),
      ),
    ],
    outcomes: [{ identifier: 'FEEDBACK', several }],
    body: [
      xml(
        'choiceInteraction',
        { responseIdentifier: 'RESPONSE', shuffle: quiz.shuffle, maxChoices: several ? 0 : 1 },
        prompt.length > 0 ? xml('prompt', {}, prompt) : [],
        options.map(({ id, last, text, why }) =>
          xml(
            'simpleChoice',
            { identifier: named(id), fixed: last ? true : undefined },
            explained(say(text), say(why), 'FEEDBACK', named(id)),
          ),
        ),
      ),
    ],
    processing: [scoreOf(['RESPONSE']), set('FEEDBACK', variable('RESPONSE'))],
  };
}

/** A text with what is said to whoever takes it. */
export function explained(
  text: readonly XmlNode[],
  why: readonly XmlNode[],
  outcomeIdentifier: string,
  identifier: string,
): readonly XmlNode[] {
  const said = { outcomeIdentifier, identifier, showHide: 'show' };
  return [...text, ' ', xml('feedbackInline', said, why)];
}

/** The stack that a hotspot asks about stands over its options, as a file of the package. */
function pictureOf(
  question: Choice,
  { context, locale }: QtiFile,
): { readonly shown: readonly XmlElement[]; readonly files: Readonly<Record<string, string>> } {
  if (question.type !== 'hotspot') return { shown: [], files: {} };
  const picture = context.picture(question.diagram);
  if (!picture) return { shown: [], files: {} };
  const name = `pictures/${question.diagram}.${locale}.svg`;
  const img = xml('img', { src: `../${name}`, alt: picture.words[locale] });
  return { shown: [paragraph(img)], files: { [name]: picture.svg[locale] } };
}
