import { layoutStack } from '../layout.ts';
import { measure } from '../measure.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import { patch } from '../patch.ts';
import type { Phrases } from '../phrases.ts';
import { svgTree, viewBox } from '../svg-tree.ts';
import { readBench, writeBench } from './address.ts';
import { act, benchWith, open, type Deed, type Turn } from './bench.ts';
import { benchView } from './bench-view.ts';
import { readStack } from './notation.ts';

/** What the page carries for this element, as JSON. */
interface Carried {
  readonly phrases: Phrases;
  /** The stack that the page shows before anyone asks. */
  readonly first: string;
}

/** After these the chosen piece gets the focus: it is another one. */
const MOVES = /add|nest|wrap|move/;

/** Where arrow keys go from a row. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The bench. All of it stands in the page already, in its first state; once awake it redraws list,
 * pictures, sentences and Mermaid text after each deed, and keeps its stack in the page's query.
 */
class StackWorkbench extends HTMLElement {
  connectedCallback(): void {
    const { phrases, first } = JSON.parse(this.querySelector('script')?.text ?? '') as Carried;
    const all = <Part extends Element = HTMLElement>(selector: string) => [
      ...this.querySelectorAll<Part>(selector),
    ];
    const rows = () => all('.bench-row');
    const rowOf = (id: string | undefined) => rows().find(({ dataset }) => dataset['value'] === id);

    /** The piece under the pointer or the focus, in the list and in both pictures. */
    const light = (id: string) => {
      for (const part of all('[data-id]')) {
        part.toggleAttribute('data-lit', part.dataset['id'] === id);
      }
    };

    const show = () => {
      const view = benchView(bench, phrases);
      for (const part of all('[data-says]')) {
        part.textContent = view[part.dataset['says'] as 'reached'];
      }
      for (const part of all('[data-lists]')) {
        for (const list of part.children) patch(list, view[part.dataset['lists'] as 'list']);
      }
      for (const svg of all<SVGElement>('.stack')) {
        const width = svg.parentElement?.className as Width;
        const layout = layoutStack(view.drawing, WIDTHS[width], measure);
        svg.setAttribute('viewBox', viewBox(layout));
        for (const group of svg.querySelectorAll(':scope > g')) {
          patch(group, svgTree(layout, `workbench-${width}`, view.marks));
        }
      }
      for (const panel of all('.bench-panel')) {
        panel.style.setProperty('--depth', panel.dataset['depth'] ?? '');
      }
      for (const field of all<HTMLInputElement>('.bench-panel input')) {
        // What was undone is not what stands in the field.
        if (field !== document.activeElement) field.value = field.defaultValue;
      }
      const { past, future } = bench.history;
      for (const [deed, steps] of Object.entries({ undo: past, redo: future })) {
        for (const button of all(`[data-do=${deed}]`)) button.ariaDisabled = `${!steps.length}`;
      }
      light(bench.chosen);
      return view;
    };

    const turn = ({ bench: next, said }: Turn) => {
      bench = next;
      this.removeAttribute('data-refused');
      const { reached, held } = show();
      // What a flaw reaches is said by the view.
      const words = said === 'flaw' ? `${reached} ${held}` : said;
      for (const status of all('[role=status]')) if (words) status.textContent = words;
      const url = new URL(location.href);
      writeBench(bench, url.searchParams);
      history.replaceState(history.state, '', url);
      // The other language has the same bench.
      for (const link of document.querySelectorAll<HTMLAnchorElement>('.language a')) {
        link.search = url.search;
      }
    };

    const doIt = (deed: string, value = '') => {
      turn(act(bench, deed as Deed, value, phrases));
      if (MOVES.test(deed) && !bench.refusal) rowOf(bench.chosen)?.focus();
    };

    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      const button = target.closest<HTMLElement>('button[data-do]')?.dataset;
      const stack = target.closest<HTMLElement>('[data-stack]')?.dataset['stack'];
      const plate = target.closest<HTMLElement>('.stack [data-id]')?.dataset['id'];
      if (button) doIt(button['do'] ?? '', button['value']);
      else if (plate) {
        if (plate !== bench.chosen) doIt('choose', plate);
        rowOf(plate)?.focus();
      } else if (stack && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        const reading = readStack(stack);
        if ('ground' in reading) turn(open(bench, reading.ground, phrases));
      }
    });

    this.addEventListener('input', ({ target }) => {
      doIt('rename', (target as HTMLInputElement).value);
    });

    this.addEventListener('keydown', (event) => {
      const row = event.target as HTMLElement;
      const at = rows().indexOf(row);
      const step = STEPS[event.key];
      if (at < 0 || !(step || event.key === 'Delete')) return;
      event.preventDefault();
      if (step) rows()[step(at, rows().length - 1)]?.focus();
      else doIt('remove', row.dataset['value']);
    });

    for (const kind of ['pointerover', 'focusin']) {
      this.addEventListener(kind, ({ target }) => {
        const part = (target as Element).closest<HTMLElement>('.stack [data-id], li[data-id]');
        light(part?.dataset['id'] ?? bench.chosen);
      });
    }

    const start = readStack(first);
    if (!('ground' in start)) return;
    let bench = benchWith(start.ground);
    const asked = readBench(new URLSearchParams(location.search));
    if (asked && 'faults' in asked) {
      void import('./refusal.ts').then(({ refuse }) => refuse(this, asked, phrases));
    } else if (asked) turn({ bench: asked, said: '' });
    else show();
  }
}

customElements.define('stack-workbench', StackWorkbench);
