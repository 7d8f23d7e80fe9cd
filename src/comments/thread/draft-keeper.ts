import { clearDraft, readDraft, writeDraft } from '../../learner/drafts.ts';

const NAMES = ['name', 'email', 'website', 'comment'] as const;

/** A pause in typing after which the draft is written down. */
const PAUSE_MS = 400;

/**
 * Keeps what is typed in the browser until the service has it. Fills the form from the last
 * draft where it is empty. Returns what forgets the draft.
 */
export function keepDraft(form: HTMLFormElement, tutorial: string): () => void {
  const draft = readDraft(tutorial);
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    const kept = draft?.[name];
    if (field?.value === '' && typeof kept === 'string') field.value = kept;
  }
  let timer = 0;
  const write = (): void => {
    clearTimeout(timer);
    timer = 0;
    const typed = NAMES.map((name) => [name, fieldOf(form, name)?.value ?? '']);
    writeDraft(tutorial, Object.fromEntries(typed) as Record<string, string>);
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE_MS);
  });
  // A phone may drop the page at any moment once it is hidden.
  document.addEventListener('visibilitychange', () => {
    if (timer !== 0 && document.visibilityState === 'hidden') write();
  });
  return () => {
    clearTimeout(timer);
    timer = 0;
    clearDraft(tutorial);
  };
}

function fieldOf(
  form: HTMLFormElement,
  name: string,
): HTMLInputElement | HTMLTextAreaElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}
