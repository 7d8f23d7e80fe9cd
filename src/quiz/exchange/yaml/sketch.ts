import type { QuestionType } from '../../schema.ts';
import type { SomeLocalized } from '../text/passage.ts';

type Text = SomeLocalized | undefined;

/** An option, a row, an item, a target or a mistake, as far as it is known. */
export interface ItemSketch {
  readonly id: string;
  readonly correct?: boolean | undefined;
  readonly answer?: boolean | undefined;
  readonly target?: string | undefined;
  readonly value?: number | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly text?: Text;
  readonly why?: Text;
}

export interface StepSketch {
  readonly id: string;
  readonly run: string;
  readonly output?: string | undefined;
  readonly options?: readonly ItemSketch[] | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly ask?: Text;
}

/** What the kind of a question tells of it. */
export interface BodySketch {
  readonly type: QuestionType;
  readonly prompt?: Text;
  readonly options?: readonly ItemSketch[] | undefined;
  readonly rows?: readonly ItemSketch[] | undefined;
  readonly targets?: readonly ItemSketch[] | undefined;
  readonly items?: readonly ItemSketch[] | undefined;
  readonly mistakes?: readonly ItemSketch[] | undefined;
  readonly steps?: readonly StepSketch[] | undefined;
  readonly answer?: SomeLocalized | number | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
  readonly exact?: boolean | undefined;
  readonly tolerance?: number | undefined;
  readonly why?: Text;
  readonly explain?: Text;
}

/**
 * A question as an import leaves it: of the shape of a question, but what the other format did not
 * say is absent. `npm run quiz -- check` tells its author what is still to write.
 */
export interface QuestionSketch extends BodySketch {
  readonly id: string;
  readonly rev: number;
  readonly objective?: string | undefined;
  readonly section?: string | undefined;
  readonly pool?: string | undefined;
}

export interface QuizSketch {
  readonly id?: string | undefined;
  readonly questions: readonly QuestionSketch[];
}
