import { everyState } from '../parameters.ts';
import type { Values } from '../stack.ts';
import { MODELS } from './catalogue.ts';

/** The models whose rule is a table; the last question of each heads its columns. */
export const TABLED = ['windows-versions', 'compatibility'] as const;

/** What a cell says: the phrase `cell.<key>` of `models.json`, filled in with `values`. */
export interface Cell {
  readonly key: string;
  readonly values: Values;
}

export interface ModelTable {
  /** The questions that head a row, by name, and the one that heads the columns. */
  readonly heads: readonly string[];
  readonly across: string;
  /** Its answers, one a column. */
  readonly columns: readonly string[];
  /** The answers that name the row, and a cell for each column. */
  readonly rows: readonly {
    readonly answers: readonly string[];
    readonly cells: readonly Cell[];
  }[];
}

/** Every answer of a model at once, for a page to print: asked of the model, so that both agree. */
export function tableOf(id: (typeof TABLED)[number]): ModelTable {
  const { parameters, build } = MODELS[id];
  const down = parameters.slice(0, -1);
  const [across] = parameters.slice(-1);
  if (!across) throw new Error(`The model \`${id}\` asks nothing.`);
  return {
    heads: down.map(({ name }) => name),
    across: across.name,
    columns: across.values,
    rows: everyState(down).map((state) => ({
      answers: Object.values(state),
      cells: across.values.map((value) => {
        const { says } = build({ ...state, [across.name]: value });
        return { key: says?.key ?? '', values: says?.values ?? {} };
      }),
    })),
  };
}
