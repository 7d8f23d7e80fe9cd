import { DIAGRAM_IDS } from '../../src/diagrams/catalogue.ts';
import { WIDTHS, type Width } from '../../src/diagrams/metrics.ts';
import { outline } from '../../src/diagrams/outline.ts';
import { everyState } from '../../src/diagrams/parameters.ts';
import { subjectOf } from '../../src/diagrams/picture-source.ts';
import { svgTree } from '../../src/diagrams/svg-tree.ts';
import { layoutOf, view } from '../../src/diagrams/view.ts';

/** Milliseconds that one answer may take to be drawn (issue 5): both widths, and the list. */
const BUDGET = 4;

/** Of so many runs the shortest counts: the others waited for something else. */
const RUNS = 5;

function timeOf(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** Prints what each diagram takes to state and lay out its slowest and its median state. */
export function benchLayout(): void {
  for (const id of DIAGRAM_IDS) {
    const subject = subjectOf(id, 'fr');
    const states = everyState(subject.parameters);
    const draw = (state: (typeof states)[number]) => {
      const shown = view(subject, state);
      outline(shown);
      for (const width of Object.keys(WIDTHS) as Width[]) {
        svgTree(layoutOf(shown, width), id, shown.marks);
      }
    };
    // A page that is asked has warmed up by its first answers.
    states.slice(0, 200).forEach(draw);
    const times = states
      .map((state) => Math.min(...Array.from({ length: RUNS }, () => timeOf(() => draw(state)))))
      .sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
    const over = at(1) > BUDGET ? ` OVER ${BUDGET} ms` : '';
    console.log(
      `${id.padEnd(17)} ${String(times.length).padStart(5)} states: median ${at(0.5).toFixed(2)} ms, ` +
        `slowest ${at(1).toFixed(2)} ms${over}`,
    );
    if (over) process.exitCode = 1;
  }
}
