import { readCommenter } from '../../learner/commenter.ts';
import { keepReceipt } from '../../learner/receipts.ts';
import { createProver } from '../spam/prover.ts';
import sheet from './composer.css?url&no-inline';
import type { ComposerTexts } from './composer-texts.ts';
import { keepDraft } from './draft-keeper.ts';
import { clearAnswer, showErrors, showPreview } from './form-view.ts';
import { previewAsTyped } from './live-preview.ts';
import { ownComments } from './own-comments.ts';
import { inside, make, pageLocale } from './part.ts';
import { replying } from './replying.ts';
import { post, type PostAnswer } from './thread-client.ts';
import { addToolbar } from './toolbar.ts';

/** What is there for those who write. */
export interface Composer {
  /** Previews or sends what stands in the form, as the button says. */
  send(submitter: HTMLElement | null): void;
  /** Puts the form under the comment of a "Reply" link. */
  reply(link: HTMLAnchorElement): void;
}

/** Everything that a part of the composer works with. */
export interface Desk {
  readonly thread: HTMLElement;
  readonly service: string;
  readonly tutorial: string;
  readonly texts: ComposerTexts;
  /** Tells what happened, where screen readers hear it. */
  readonly say: (text?: string, good?: boolean) => void;
}

/**
 * Brings the form of a thread to life: its draft, its toolbar, the preview as one types, replies,
 * and one's own comments. Rejects when its texts cannot be fetched.
 */
export async function openComposer(thread: HTMLElement): Promise<Composer> {
  const response = await fetch(`/${pageLocale()}/comments.json`);
  const texts = (await response.json()) as ComposerTexts;
  const form = inside<HTMLFormElement>(thread, 'form');
  const textarea = inside<HTMLTextAreaElement>(form, 'textarea');
  const { service = '', tutorial = '' } = thread.dataset;
  const say = (text = '', good = false): void => {
    const notice = inside(thread, '.comment-notice');
    notice.classList.toggle('comment-notice-good', good);
    notice.textContent = text;
  };
  const desk: Desk = { thread, service, tutorial, texts, say };

  const forgetDraft = keepDraft(form, tutorial);
  const replies = replying(desk, form);
  replies.resume();
  loadSheet(() => {
    addToolbar(textarea, texts);
  });
  const preview = previewAsTyped(desk, form);
  const own = ownComments(desk);
  const prover = createProver(service);
  form.addEventListener('focusin', prover.start, { once: true });
  if (form.contains(document.activeElement)) prover.start();
  void own.refresh();

  let busy = false;
  return {
    reply: replies.begin,
    send(submitter) {
      if (busy) return;
      busy = true;
      preview.stop();
      say(texts.busy);
      clearAnswer(thread);
      const ask = (altcha = ''): Promise<PostAnswer> => {
        const fields = new FormData(form, submitter);
        fields.set('altcha', altcha);
        fields.set('commenter', readCommenter());
        return post(form.action, fields);
      };
      (isPreview(submitter) ? ask() : prover.prove(ask))
        .then((answer) => {
          say();
          show(answer);
        })
        .catch(() => {
          say(texts.awaySending);
        })
        .finally(() => {
          busy = false;
        });
    },
  };

  function show(answer: PostAnswer): void {
    if (answer.kind === 'preview') showPreview(thread, answer).focus();
    else if (answer.kind === 'sent') {
      keepReceipt(tutorial, answer.receipt);
      const { receipt, state, comment } = answer;
      const article = own.add(receipt, { state, comment, raw: textarea.value });
      textarea.value = '';
      const answered = replies.end();
      forgetDraft();
      say(state === 'approved' ? texts.approved : texts.thanks, true);
      if (answered) article.focus();
    } else if (answer.errors) showErrors(thread, answer.detail, answer.errors);
    else {
      if (answer.code === 'parent-gone') replies.end();
      say(answer.detail);
    }
  }
}

function isPreview(submitter: HTMLElement | null): boolean {
  return submitter?.getAttribute('value') === 'preview';
}

function loadSheet(then: () => void): void {
  const link = make('link', '');
  link.rel = 'stylesheet';
  link.href = sheet;
  link.onload = then;
  document.head.append(link);
}
