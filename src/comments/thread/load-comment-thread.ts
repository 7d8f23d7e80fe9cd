/**
 * Fetches what brings the comments to life once they come within half a screen of the reader: a
 * page that is only read never loads it, nor asks the service anything.
 */
const thread = document.querySelector('comment-thread');

if (thread) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void import('./comment-thread.ts');
    },
    { rootMargin: '50%' },
  );
  observer.observe(thread);
}
