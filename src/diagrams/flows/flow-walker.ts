import { pointBothWays } from './light.ts';
import { restep } from './restep.ts';
import { walkQuestions } from './walk-questions.ts';
import { readWalk, writeWalk, type WalkState } from './walk-state.ts';
import { walkSteps } from './walk-steps.ts';

/** What a flow may show at first; each has some of it. */
const FIRST = { step: '0', path: '', desired: '3', actual: '1' } as const;

/**
 * Lets the reader walk through the pictures that it holds. All of it stands in the page already:
 * pictures, sentences, steps as lists, Mermaid texts. Once awake it lights where one is, in picture
 * and list, and keeps its state in the page's query under keys that begin with its id.
 */
class FlowWalker extends HTMLElement {
  #shown: HTMLElement | undefined;

  /** The Mermaid text of the picture that is shown, for who copies it. */
  source(): Promise<string> {
    return Promise.resolve(this.#shown?.querySelector('pre')?.textContent ?? '');
  }

  connectedCallback(): void {
    const id = this.dataset['diagram'] ?? '';
    const cases = [...this.querySelectorAll<HTMLElement>('.flow-case')];
    const texts = JSON.parse(this.querySelector('script')?.textContent ?? 'null') as Record<
      string,
      string
    > | null;
    const status = this.querySelector('[role=status]');
    const bad = this.querySelector<HTMLElement>('.flow-bad');
    const initial: WalkState = { ...FIRST, case: cases[0]?.dataset['case'] ?? '' };
    let state = initial;

    /** Draws what is asked for, as far as there is such a thing; answers it, and what is said of it. */
    const show = (asked: WalkState): readonly [WalkState, string] => {
      const shown = cases.find(({ dataset }) => dataset['case'] === asked['case']) ?? cases[0];
      for (const one of cases) one.hidden = one !== shown;
      this.#shown = shown;
      const counts = texts ? restep(this, texts, asked) : {};
      const [step, told] = steps.get(shown)?.(asked['step'] ?? '') ?? ['0', ''];
      const [path, question] = questions?.(asked['path'] ?? '') ?? ['', ''];
      const settled = { ...initial, ...counts, case: shown?.dataset['case'] ?? '', step, path };
      for (const radio of this.querySelectorAll<HTMLInputElement>('input')) {
        radio.checked = radio.value === settled[radio.name.slice(id.length + 1) as 'step'];
      }
      return [settled, question || told];
    };
    const write = () => {
      const url = new URL(location.href);
      writeWalk(id, initial, state, url.searchParams);
      history.replaceState(history.state, '', url);
    };
    const turn = (change: Partial<WalkState>) => {
      const [settled, text] = show({ ...state, ...change } as WalkState);
      state = settled;
      if (status) status.textContent = text;
      if (bad) bad.hidden = true;
      write();
    };

    const steps = new Map(
      cases.map((one) => [one, walkSteps(one, (step) => turn({ step }))] as const),
    ) as ReadonlyMap<HTMLElement | undefined, ReturnType<typeof walkSteps>>;
    const questions = walkQuestions(this, (path) => turn({ path }));
    pointBothWays(this);
    this.addEventListener('change', ({ target }) => {
      const { name, value } = target as HTMLInputElement;
      turn({ [name.slice(id.length + 1)]: value, step: '0' });
    });

    const asked = readWalk(id, initial, new URLSearchParams(location.search));
    // A quick reader may have chosen before this script came.
    const chosen = [...this.querySelectorAll<HTMLInputElement>('input:checked')]
      .map(({ name, value }) => [name.slice(id.length + 1), value] as const)
      .filter(([name, value]) => value !== initial[name]);
    [state] = show({ ...asked, ...Object.fromEntries(chosen) });
    // What an address asks for and is not there is said, and taken out of the address.
    const changed = Object.keys(asked).some((name) => asked[name] !== state[name]);
    if (changed) write();
    if (bad) bad.hidden = !changed || chosen.length > 0;
  }
}

customElements.define('flow-walker', FlowWalker);
