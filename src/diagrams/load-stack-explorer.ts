import { onceNear } from '../lib/once-near.ts';

/**
 * The small part that every page with a diagram runs at once: it copies, and it fetches what
 * questions a picture once one comes into sight, or when the address asks for a state.
 */
const wake = () => void import('./stack-explorer.ts');

/** The address of the page with the state of this diagram alone. */
function linkTo({ id }: HTMLElement): string {
  const url = new URL(location.href);
  const own = [...url.searchParams].filter(([key]) => id.endsWith(`-${key.split('.', 1).join()}`));
  url.search = `${new URLSearchParams(own)}`;
  url.hash = id;
  return url.href;
}

async function copy(explorer: HTMLElement, button: HTMLElement): Promise<void> {
  const { copy: what, done = '', failed = '' } = button.dataset;
  const text = what === 'link' ? linkTo(explorer) : explorer.querySelector('pre')?.textContent;
  const said = await navigator.clipboard.writeText(text ?? '').then(
    () => done,
    () => failed,
  );
  const name = button.textContent;
  if (name === said) return;
  button.textContent = said;
  setTimeout(() => (button.textContent = name), 2500);
}

onceNear(document.querySelectorAll('stack-explorer:has(form)'), '0%', wake);

for (const explorer of document.querySelectorAll<HTMLElement>('stack-explorer')) {
  if (location.search.includes(`${explorer.dataset['diagram'] ?? ''}.`)) wake();
  explorer.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-copy]');
    if (button) void copy(explorer, button);
  });
}
