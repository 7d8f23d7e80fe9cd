import { onceNear } from '../lib/once-near.ts';
import sheet from './awake.css?url&no-inline';

/**
 * The small part that every page with a diagram runs at once: it copies, and it fetches what
 * questions a picture once one comes into sight, or when the address asks for a state. The styles
 * come first: an attack would be drawn without them.
 */
function wake(): void {
  const link = document.createElement('link');
  link.onload = link.onerror = () => {
    if (document.querySelector('stack-explorer')) void import('./wake-explorer.ts');
  };
  document.head.append(Object.assign(link, { rel: 'stylesheet', href: sheet }));
}

/** What can be copied: a diagram of any kind. One that is awake knows its text as it stands. */
type Diagram = HTMLElement & { readonly source?: () => Promise<string> };

/** The address of the page with the state of this diagram alone. */
function linkTo({ id }: HTMLElement): string {
  const url = new URL(location.href);
  const own = [...url.searchParams].filter(([key]) => id.endsWith(`-${key.split('.', 1).join()}`));
  url.search = `${new URLSearchParams(own)}`;
  url.hash = id;
  return url.href;
}

const textOf = async (diagram: Diagram): Promise<string> =>
  (await diagram.source?.()) ?? diagram.querySelector('pre')?.textContent ?? '';

async function take(diagram: Diagram, what: string | undefined): Promise<void> {
  if (what === 'svg' || what === 'png') {
    await (await import('./copy-picture.ts')).copyPicture(diagram, what);
  } else {
    await navigator.clipboard.writeText(what === 'link' ? linkTo(diagram) : await textOf(diagram));
  }
}

async function copy(diagram: Diagram, button: HTMLElement): Promise<void> {
  const { done = '', failed = '' } =
    button.closest<HTMLElement>('[data-done]')?.dataset ?? button.dataset;
  const said = await take(diagram, button.dataset['copy']).then(
    () => done,
    () => failed,
  );
  const name = button.textContent;
  if (name === said) return;
  button.textContent = said;
  setTimeout(() => (button.textContent = name), 2500);
}

const diagrams = [...document.querySelectorAll<Diagram>('[data-diagram]')];

// Where the address asks for a state, it shall be there before one sees it.
if (diagrams.some(({ dataset }) => location.search.includes(`${dataset['diagram'] ?? ''}.`)))
  wake();
else onceNear(diagrams, '0%', wake);

for (const diagram of diagrams) {
  diagram.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-copy]');
    if (button) void copy(diagram, button);
  });
}
