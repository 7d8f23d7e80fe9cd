import type { Locale } from '../../../i18n/locales.ts';
import type { Question, Quiz } from '../../schema.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import type { LossKind } from '../exported.ts';
import type { Say } from '../say.ts';
import type { XmlElement } from '../xml/xml.ts';

/** What writes a question knows of the package around it. */
export interface QtiFile {
  readonly locale: Locale;
  readonly say: Say;
  readonly context: ExchangeContext;
  readonly quiz: Quiz;
}

/** What is said to an answer: `outcome` chooses among those that share it by their `id`. */
export interface Said {
  readonly outcome: string;
  readonly id: string;
  readonly content: readonly XmlElement[];
}

/** One item of QTI; one of our questions may be several of them. */
export interface QtiBody {
  /** After the id of ours; `''` when it is the only one. */
  readonly part: string;
  readonly responses: readonly XmlElement[];
  /** Outcomes by which feedback is chosen; several feedbacks at once where several answers are. */
  readonly outcomes: readonly { readonly identifier: string; readonly several?: boolean }[];
  readonly body: readonly XmlElement[];
  /** Sets `SCORE`, from 0 to 1, and the outcomes. */
  readonly processing: readonly XmlElement[];
  /** What is said beside the item; what stands in it is in `body`. */
  readonly said: readonly Said[];
  /** What only the answer shows, before the explanation of the question. */
  readonly after: readonly XmlElement[];
  /** Pictures that `body` shows, by their address in the package. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The items that a question of ours becomes, and what is lost on the way. */
export interface QtiBodies {
  readonly bodies: readonly QtiBody[];
  readonly losses: readonly LossKind[];
}

export type QtiMaker<Of extends Question> = (question: Of, file: QtiFile) => QtiBodies;
