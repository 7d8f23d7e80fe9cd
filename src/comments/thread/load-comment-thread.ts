import { onceNear } from '../../lib/once-near.ts';

// What brings the comments to life is fetched once they come near: a page that is only read never
// loads it, nor asks the service anything.
onceNear(
  document.querySelectorAll('comment-thread'),
  '50%',
  () => void import('./comment-thread.ts'),
);

// The page of a confirmed address leads here with what the browser is to keep of it.
if (location.hash.startsWith('#commenter='))
  void import('./keep-commenter.ts').then(({ keepCommenterFrom }) => {
    keepCommenterFrom(location);
  });
