import { xml, type XmlElement } from '../xml/xml.ts';
import { QTI_ROOT } from './qti-item.ts';

/** A quiz in a test: its questions in order, each with the items that it became. */
export interface TestSection {
  readonly identifier: string;
  readonly title: string;
  readonly questions: readonly TestQuestion[];
  /** How many questions of each pool are drawn. */
  readonly pools: Readonly<Record<string, number>>;
}

export interface TestQuestion {
  readonly title: string;
  readonly pool: string;
  readonly items: readonly { readonly identifier: string; readonly href: string }[];
}

/** A test of QTI 2.1: quizzes as sections, pools as sections in them of which some are drawn. */
export function qtiTest(
  identifier: string,
  title: string,
  lang: string,
  sections: readonly TestSection[],
): XmlElement {
  return xml(
    'assessmentTest',
    { ...QTI_ROOT, identifier, title, toolName: 'Strates' },
    xml(
      'testPart',
      { identifier: `part.${lang}`, navigationMode: 'nonlinear', submissionMode: 'individual' },
      // As often as one likes, with what is said to each answer.
      xml('itemSessionControl', { maxAttempts: 0, showFeedback: true, allowReview: true }),
      sections.map((section) => sectionElement(section)),
    ),
  );
}

function sectionElement({ identifier, title, questions, pools }: TestSection): XmlElement {
  const of = (pool: string) =>
    questions.filter((question) => question.pool === pool).map((question) => asked(question));
  return xml(
    'assessmentSection',
    { identifier, title, visible: true },
    of(''),
    Object.entries(pools).map(([pool, select]) =>
      xml(
        'assessmentSection',
        { identifier: `${identifier}.pool.${pool}`, title: pool, visible: false },
        xml('selection', { select }),
        of(pool),
      ),
    ),
  );
}

/** Items of one question are drawn together or not at all. */
function asked({ title, items }: TestQuestion): XmlElement {
  const refs = items.map((item) => xml('assessmentItemRef', { ...item }));
  const [first] = items;
  if (refs.length === 1 || !first) return refs[0] ?? xml('assessmentSection');
  const attributes = {
    identifier: `${first.identifier}.steps`,
    title,
    visible: false,
    keepTogether: true,
  };
  return xml('assessmentSection', attributes, refs);
}
