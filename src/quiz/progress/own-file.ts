import { mustTellTrouble } from '../../learner/learner-store.ts';
import { fillIn } from '../../lib/fill-in.ts';
import type { Outcome } from './file-acts.ts';

type Acts = typeof import('./file-acts.ts');

/**
 * `<own-file>`: saves what the browser keeps as the reader's own file, takes such a file over, and
 * erases everything. The last act that changed anything can be undone. What does the work is
 * fetched once it is wanted.
 */
export class OwnFile extends HTMLElement {
  #awake = false;
  #undo: (() => void) | undefined;

  connectedCallback(): void {
    // Whoever moves it in the page (a reading aid, say) finds it as it was.
    if (this.#awake) return;
    this.#awake = true;
    const picker = this.#find<HTMLInputElement>('input');
    this.#on('export', () => this.#act(({ saveFile }) => saveFile()));
    this.#on('import', () => {
      picker.click();
    });
    picker.addEventListener('change', () => {
      const [file] = picker.files ?? [];
      if (!file) return;
      void this.#act(({ openFile }) => openFile(file)).finally(() => {
        // The same file may be opened again.
        picker.value = '';
      });
    });
    this.#on('erase', () => this.#act(({ eraseAll }) => eraseAll()));
    this.#on('undo', () => {
      this.#undo?.();
      this.#tell({ said: 'undone' });
      this.#offer(undefined);
      this.#find('[data-act=import]').focus();
    });
  }

  async #act(act: (acts: Acts) => Outcome | Promise<Outcome>): Promise<void> {
    try {
      const outcome = await act(await import('./file-acts.ts'));
      if (outcome.undo) this.#offer(outcome.undo);
      this.#tell(outcome);
    } catch {
      this.#tell({ said: 'lost' });
    }
  }

  #offer(undo: (() => void) | undefined): void {
    this.#undo = undo;
    this.#find('[data-act=undo]').hidden = undo === undefined;
  }

  #tell({ said, values = {} }: Outcome): void {
    const words = fillIn(this.dataset[said], values);
    const trouble = mustTellTrouble() ? ` ${this.dataset['trouble'] ?? ''}` : '';
    this.#find('.own-notice').textContent = words + trouble;
  }

  #on(act: string, does: () => unknown): void {
    this.#find(`[data-act=${act}]`).addEventListener('click', () => void does());
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`<own-file> lacks ${selector}`);
    return found;
  }
}
