import { BUILDERS } from './builders.ts';
import { showControls } from './explorer-controls.ts';
import type { Width } from './metrics.ts';
import { initialState, readState, writeState, type State } from './parameters.ts';
import { patch } from './patch.ts';
import { svgTree, viewBox } from './svg-tree.ts';
import { layoutOf, stateHitting, view, type Subject, type View } from './view.ts';

/** What the page carries for this element, as JSON: the questions, and the words of its language. */
type Carried = Omit<Subject, 'id' | 'build'>;

const same = (one: State, other: State) => JSON.stringify(one) === JSON.stringify(other);

/** Draws and says the view in what the page holds already. */
function show(root: HTMLElement, id: string, shown: View): void {
  // Each part names what of the view it says.
  for (const part of root.querySelectorAll<HTMLElement | SVGElement>('[data-says]')) {
    part.textContent = shown[part.dataset['says'] as 'sentence'];
  }
  for (const part of root.querySelectorAll('.diagram-list > ul')) patch(part, shown.list);
  for (const part of root.querySelectorAll('.stack > g')) {
    const svg = part.parentElement;
    const width = svg?.parentElement?.className as Width;
    const layout = layoutOf(shown, width);
    svg?.setAttribute('viewBox', viewBox(layout));
    patch(part, svgTree(layout, `${id}-${width}`, shown.marks));
  }
}

/**
 * Lets the reader question the picture that it holds. All of it stands in the page already:
 * native controls, both pictures, sentence, list, Mermaid text. Once awake it redraws them for
 * each answer, with the layout that Mermaid was given, and keeps its state in the page's query
 * under keys that begin with its id.
 */
class StackExplorer extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const json = this.querySelector('script')?.textContent;
    if (!form || !json) return;
    const id = this.dataset['diagram'] as keyof typeof BUILDERS;
    const subject: Subject = { id, build: BUILDERS[id], ...(JSON.parse(json) as Carried) };
    const { parameters } = subject;
    const initial = initialState(parameters);
    let shown = view(subject, initial);

    const turn = (state: State) => {
      shown = view(subject, state);
      showControls(subject, form, shown);
      show(this, id, shown);
    };
    const answer = (state: State) => {
      turn(state);
      const url = new URL(location.href);
      writeState(id, parameters, shown.state, url.searchParams);
      history.replaceState(history.state, '', url);
    };

    // A link may ask for a state; a quick reader may have answered before this script came.
    const asked = readState(id, parameters, new URLSearchParams(location.search));
    const answers = () => readState(id, parameters, new FormData(form));
    if (!same(asked, initial)) turn(asked);
    else if (!same(answers(), initial)) answer(answers());

    form.addEventListener('input', () => answer(answers()));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      answer(initial);
    });
    // The pointer's short cut for what the controls do: a second click takes the mark away.
    this.querySelector('figure')?.addEventListener('click', ({ target }) => {
      const plate = (target as Element).closest('.plate');
      const state = plate && stateHitting(shown, plate.getAttribute('data-id') ?? '');
      if (state) answer(same(state, shown.state) ? { ...state, hit: 'none' } : state);
    });
  }
}

customElements.define('stack-explorer', StackExplorer);
