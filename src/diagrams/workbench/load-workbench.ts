import { STACK_KEY } from './address-keys.ts';

/**
 * The small part that the page runs at once: it fetches the bench when the address asks for a
 * stack, when someone comes near it with the pointer or the keyboard, or at the first click, which
 * then counts.
 */
const wake = () => import('./stack-workbench.ts');

for (const root of document.querySelectorAll<HTMLElement>('stack-workbench')) {
  if (new URLSearchParams(location.search).has(STACK_KEY)) void wake();
  for (const sign of ['pointerover', 'focusin', 'touchstart']) {
    root.addEventListener(sign, () => void wake(), { once: true, passive: true });
  }
  root.addEventListener(
    'click',
    (event) => {
      const target = event.target as HTMLElement;
      // What is opened elsewhere needs no bench here.
      if (root.matches(':defined') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const button = target.closest<HTMLElement>('button[data-do], a[data-stack]');
      if (!button) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void wake().then(() => button.click());
    },
    { capture: true },
  );
}
