import { readDraft } from '../../learner/drafts.ts';
import { readReceipts } from '../../learner/receipts.ts';
import { type Composer, openComposer } from './composer.ts';
import { freshenDates } from './freshen-dates.ts';
import { COMMENTER_MARK, keepCommenterFrom } from './keep-commenter.ts';
import { offerLanguages } from './language-filter.ts';
import { refreshList } from './list-view.ts';
import { inside } from './part.ts';

/**
 * `<comment-thread>`: what the page and its plain form do already, without leaving the page.
 *
 * Lifecycle: the service is asked for what was approved since the build. The composer, which does
 * everything for those who write, comes when the reader turns to the form, answers a comment, or
 * has written something here before. While the service is away the page says so.
 */
class CommentThread extends HTMLElement {
  #awake = false;
  #composer: Promise<Composer> | undefined;

  connectedCallback(): void {
    if (this.#awake) return;
    this.#awake = true;
    if (location.hash.startsWith(COMMENTER_MARK)) keepCommenterFrom(location);
    const service = this.dataset['service'];
    freshenDates(this);
    const ready = service === undefined ? Promise.resolve() : this.#wake(service);
    void ready.then(() => {
      const list = inside(this, '.comment-list');
      offerLanguages(this, list);
      // What came in just now was not there when the browser looked for it.
      const wanted = document.getElementById(location.hash.slice(1));
      if (wanted && this.contains(wanted) && !wanted.matches(':target'))
        location.replace(location.hash);
    });
  }

  /** Rejects never: a service that is away is told of. */
  async #wake(service: string): Promise<void> {
    const form = inside<HTMLFormElement>(this, 'form');
    // The service words the errors, the same with and without JavaScript.
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#compose((composer) => {
        composer.send(event.submitter);
      });
    });
    const compose = (): void => {
      this.#compose();
    };
    form.addEventListener('focusin', compose, { once: true });
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.comment-reply');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#compose((composer) => {
        composer.reply(link);
      });
    });
    await refreshList(this, service).catch(this.#away);
    const tutorial = this.dataset['tutorial'] ?? '';
    if (readDraft(tutorial) || readReceipts(tutorial).length) compose();
  }

  /** Does something with the composer, once it is there. */
  #compose(then = (_composer: Composer): void => undefined): void {
    this.#composer ??= openComposer(this);
    this.#composer.then(then).catch(() => {
      this.#composer = undefined;
      this.#away();
    });
  }

  #away = (): void => {
    inside(this, '.comment-notice').textContent = this.dataset['awayReading'] ?? '';
  };
}

customElements.define('comment-thread', CommentThread);
