import { keepCommenter } from '../../learner/commenter.ts';

/** How the page of a confirmed address hands over the proof: in the fragment, which no server sees. */
export const COMMENTER_MARK = '#commenter=';

/** Keeps the proof that the address bar brings, and puts the comments' own place there instead. */
export function keepCommenterFrom(place: Location): void {
  const proof = place.hash.slice(COMMENTER_MARK.length);
  if (/^[\w-]{22}$/.test(proof)) keepCommenter(proof);
  place.replace('#comments');
}
