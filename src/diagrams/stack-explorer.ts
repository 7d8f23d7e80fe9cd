import { showControls } from './explorer-controls.ts';
import type { StackTexts } from './catalogue.ts';
import type { Width } from './metrics.ts';
import { outline, type Explained } from './outline.ts';
import { answersOf, initialState, readState, writeState, type State } from './parameters.ts';
import { patch } from './patch.ts';
import { parseStack } from './parse-stack.ts';
import { svgTree, viewBox } from './svg-tree.ts';
import { layoutOf, stateHitting, view, type Subject, type View } from './view.ts';

/** What the page carries for this element, as JSON: questions, words of its language, and stacks. */
type Carried = Omit<Subject, 'id' | 'build'> & {
  /** All stacks, as texts; a model is built by its own code instead. */
  readonly stacks?: StackTexts;
};

const CLOSED: Explained = { open: '', about: '' };

const same = (one: State, other: State) => JSON.stringify(one) === JSON.stringify(other);

function showList(root: HTMLElement, shown: View, explained: Explained): void {
  const list = root.querySelector('.diagram-list > ul');
  if (list) patch(list, outline(shown, explained));
}

/** Draws and says the view in what the page holds already. */
function show(root: HTMLElement, id: string, shown: View): void {
  // Each part names what of the view it says.
  for (const part of root.querySelectorAll<HTMLElement | SVGElement>('[data-says]')) {
    part.textContent = shown[part.dataset['says'] as 'sentence'];
  }
  for (const part of root.querySelectorAll('.stack > g')) {
    const svg = part.parentElement;
    const width = svg?.parentElement?.className as Width;
    const layout = layoutOf(shown, width);
    svg?.setAttribute('viewBox', viewBox(layout));
    patch(part, svgTree(layout, `${id}-${width}`, shown.marks));
  }
}

/** Lights up what stands under the pointer or the focus, in the picture and in the list. */
function light(root: HTMLElement, on: EventTarget | null): void {
  const id = (on as Element).closest('[data-id]')?.getAttribute('data-id');
  for (const part of root.querySelectorAll('[data-id]')) {
    part.toggleAttribute('data-lit', part.getAttribute('data-id') === id);
  }
}

/**
 * Lets the reader question the picture that it holds. All of it stands in the page already:
 * native controls, both pictures, sentence, list, Mermaid text. Once awake it redraws them for
 * each answer, with the layout that Mermaid was given, and keeps its state in the page's query
 * under keys that begin with its id. One that `follows` another has its own pattern, and the rest
 * of its state from the other, so that two patterns meet the same attack.
 */
export class StackExplorer extends HTMLElement {
  declare state?: State;
  /** The Mermaid text of what is shown. */
  declare source?: () => Promise<string>;

  async connectedCallback(): Promise<void> {
    const form = this.querySelector('form');
    const json = this.querySelector('script')?.textContent;
    if (!form || !json) return;
    const { stacks, ...carried } = JSON.parse(json) as Carried;
    const { diagram: id = '', follows } = this.dataset;
    const { parameters } = carried;
    const build = stacks
      ? (state: State) => parseStack(stacks.texts[answersOf(parameters, state)] ?? '', stacks.words)
      : await (await import('./models/load-builder.ts')).loadBuilder(id);
    const subject: Subject = { id, build, ...carried };
    const initial = initialState(parameters);
    const leader = document.querySelector<StackExplorer>(`#diagram-${follows ?? ''}`);
    let shown = view(subject, initial);
    let explained = CLOSED;

    const source = async () => (await import('./panels.ts')).sourceOf(shown);
    const tell = async () => {
      const pre = this.querySelector('details[open] code');
      if (pre) pre.textContent = await source();
    };
    const turn = (state: State) => {
      shown = view(
        subject,
        leader?.state ? { ...leader.state, pattern: state['pattern'] ?? '' } : state,
      );
      this.state = shown.state;
      showControls(subject, form, shown);
      show(this, id, shown);
      showList(this, shown, explained);
      void tell();
      this.dispatchEvent(new Event('turn'));
    };
    const answer = (state: State) => {
      turn(state);
      const url = new URL(location.href);
      writeState(id, parameters, shown.state, url.searchParams);
      history.replaceState(null, '', url);
    };
    const explain = async (open: string) => {
      const { aboutLayer } = await import('./panels.ts');
      explained = open === explained.open ? CLOSED : { open, about: await aboutLayer(shown, open) };
      showList(this, shown, explained);
    };

    // A link may ask for a state; a quick reader may have answered before this script came.
    const asked = readState(id, parameters, new URL(location.href).searchParams);
    const answers = () => readState(id, parameters, new FormData(form), shown.state);
    const answered = answers();
    turn(asked);
    if (same(asked, initial)) {
      // What one finds on a page is no news.
      this.querySelector('[role=status]')?.replaceChildren();
      if (!same(answered, initial)) answer(answered);
    }

    this.source = source;
    leader?.addEventListener('turn', () => turn(shown.state));
    form.addEventListener('input', () => answer(answers()));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      answer(initial);
    });
    this.addEventListener('toggle', () => void tell(), true);
    // Of the whole page: what one leaves goes out, and beside it the same layer lights up as well.
    for (const type of ['pointerover', 'focusin']) {
      addEventListener(type, ({ target }) => light(this, target));
    }
    this.addEventListener('click', ({ target }) => {
      const part = (target as Element).closest('.plate, li button');
      const layer = part?.closest('[data-id]')?.getAttribute('data-id');
      if (!part || !layer) return;
      if (part.localName === 'button') {
        void explain(layer);
        return;
      }
      // The pointer's short cut for what the controls do: a second click takes the mark away.
      const state = stateHitting(parameters, shown, layer);
      if (state) answer(same(state, shown.state) ? { ...state, hit: 'none' } : state);
    });
  }
}
