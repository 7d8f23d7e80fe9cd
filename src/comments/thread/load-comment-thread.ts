import { onceNear } from '../../lib/once-near.ts';

// What brings the comments to life is fetched once they come near: a page that is only read never
// loads it, nor asks the service anything.
onceNear(
  document.querySelectorAll('comment-thread'),
  '50%',
  () => void import('./comment-thread.ts'),
);

// A link to a comment that came in since the build, or what the page of a confirmed address hands
// over: the browser finds no such place, and nothing would come near.
if (location.hash.startsWith('#comment')) void import('./comment-thread.ts');
