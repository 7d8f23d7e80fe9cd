/**
 * The small part that every page with a diagram runs at once: it copies, and it fetches what
 * questions a picture when the reader comes near one, or when the address asks for a state.
 */
const explorers = [...document.querySelectorAll<HTMLElement>('stack-explorer')];

const wake = () => void import('./stack-explorer.ts');

const asked = [...new URLSearchParams(location.search).keys()];

const observer = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  observer.disconnect();
  wake();
});

/** The address of the page with the state of this diagram alone. */
function linkTo({ id, dataset }: HTMLElement): string {
  const url = new URL(location.href);
  for (const key of asked.concat([...url.searchParams.keys()])) {
    if (!key.startsWith(`${dataset['diagram'] ?? ''}.`)) url.searchParams.delete(key);
  }
  url.hash = id;
  return url.href;
}

async function copy(explorer: HTMLElement, { dataset }: HTMLElement): Promise<void> {
  const status = explorer.querySelector('[role=status]');
  const text =
    dataset['copy'] === 'link' ? linkTo(explorer) : explorer.querySelector('pre')?.textContent;
  const done = await navigator.clipboard.writeText(text ?? '').then(
    () => dataset['done'],
    () => dataset['failed'],
  );
  if (status) status.textContent = done ?? '';
}

for (const explorer of explorers) {
  if (explorer.querySelector('form')) {
    observer.observe(explorer);
    const { diagram = '' } = explorer.dataset;
    if (asked.some((key) => key.startsWith(`${diagram}.`))) wake();
  }
  explorer.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
    if (button) void copy(explorer, button);
  });
}

// A module, not a script: its names are its own.
export {};
