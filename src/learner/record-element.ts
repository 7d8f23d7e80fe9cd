import { onRecordChange } from './learner-store.ts';

/** An element of a page that shows something of the reader's record, anew whenever it changes. */
export abstract class RecordElement extends HTMLElement {
  #stop = (): void => undefined;

  /** Shows what the record says now. */
  protected abstract show(): void;

  connectedCallback(): void {
    this.#stop = onRecordChange(() => {
      this.show();
    });
    this.show();
  }

  disconnectedCallback(): void {
    this.#stop();
  }
}
