import { clearDraft, readDraft, writeDraft } from '../../learner/drafts.ts';

const NAMES = ['name', 'email', 'website', 'comment', 'parent'] as const;

/** A pause in typing after which the draft is written down. */
const PAUSE_MS = 400;

/**
 * Keeps what is typed in the browser until the service has it. Fills the form from the last
 * draft where it is empty. Returns what forgets the draft.
 */
export function keepDraft(form: HTMLFormElement, tutorial: string): () => void {
  const draft = readDraft(tutorial);
  const fields = NAMES.map((name) => form.querySelector<HTMLInputElement>(`[name=${name}]`));
  for (const field of fields) {
    const kept = draft?.[field?.name ?? ''];
    if (field?.value === '' && typeof kept === 'string') field.value = kept;
  }
  let timer = 0;
  const stop = (): void => {
    clearTimeout(timer);
    timer = 0;
  };
  const write = (): void => {
    stop();
    const typed = fields.map((field) => [field?.name, field?.value]);
    writeDraft(tutorial, Object.fromEntries(typed) as Record<string, string>);
  };
  form.addEventListener('input', () => {
    stop();
    timer = window.setTimeout(write, PAUSE_MS);
  });
  // A phone may drop the page at any moment once it is hidden.
  document.addEventListener('visibilitychange', () => {
    if (timer && document.hidden) write();
  });
  return () => {
    stop();
    clearDraft(tutorial);
  };
}
