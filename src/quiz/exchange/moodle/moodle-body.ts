import type { Localized } from '../../../i18n/locales.ts';
import type { Question, Quiz } from '../../schema.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import type { Languages, LossKind } from '../exported.ts';
import type { Say } from '../say.ts';
import type { XmlElement } from '../xml/xml.ts';

/** What writes a question knows of the file around it. */
export interface MoodleFile {
  readonly languages: Languages;
  readonly say: Say;
  readonly context: ExchangeContext;
  readonly quiz: Quiz;
}

/** One question of Moodle; one of ours may be several of them. */
export interface MoodleBody {
  /** After the id of ours; `''` when it is the only one. */
  readonly part: string;
  readonly type:
    'multichoice' | 'truefalse' | 'shortanswer' | 'numerical' | 'matching' | 'ordering';
  /** What names it in the question bank. */
  readonly name: Localized;
  readonly text: readonly XmlElement[];
  /** Files that `text` shows. */
  readonly files?: readonly XmlElement[];
  /** Its share of the marks of ours. */
  readonly grade: number;
  /** What only its type has: answers above all. */
  readonly own: readonly XmlElement[];
  /** Explanations that its type has no place for, and what only the answer shows. */
  readonly after: readonly XmlElement[];
  readonly hints: readonly XmlElement[];
}

/** The questions of Moodle that ours becomes, and what is lost on the way. */
export interface MoodleBodies {
  readonly bodies: readonly MoodleBody[];
  readonly losses: readonly LossKind[];
}

export type BodyMaker<Of extends Question> = (question: Of, file: MoodleFile) => MoodleBodies;
