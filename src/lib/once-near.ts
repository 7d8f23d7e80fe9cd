/**
 * Calls `wake` once, as soon as one of `elements` comes within `margin` of the screen (lengths as
 * in CSS, `50%` for half a screen): by scroll, by link or by keyboard.
 */
export function onceNear(elements: Iterable<Element>, margin: string, wake: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      wake();
    },
    { rootMargin: margin },
  );
  for (const element of elements) observer.observe(element);
}
