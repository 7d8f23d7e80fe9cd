import { diagram, DIAGRAM_IDS } from '../diagrams/catalogue.ts';
import { initialState } from '../diagrams/parameters.ts';

/** The layers of each stack of the site in its first state, by the stack's id. */
export function stackLayers(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    DIAGRAM_IDS.map((id) => {
      const { parameters, build } = diagram(id);
      return [id, new Set(build(initialState(parameters)).layers.map((layer) => layer.id))];
    }),
  );
}
