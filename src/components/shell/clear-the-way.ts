/** Pixels of scrolling that say which way one is going; less is a trembling hand. */
const STEP = 8;

/** Moves the header out of sight while the reader scrolls down, and back on the way up. */
export function clearTheWay(): void {
  const header = document.querySelector<HTMLElement>('.site-header');
  let last = scrollY;
  addEventListener(
    'scroll',
    () => {
      if (!header || Math.abs(scrollY - last) < STEP) return;
      header.toggleAttribute('data-away', scrollY > last && scrollY > header.offsetHeight);
      last = scrollY;
    },
    { passive: true },
  );
}
