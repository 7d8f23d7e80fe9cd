import { formatDate } from './format-date.ts';
import { pageLocale } from './part.ts';
import { relativeDate } from './relative-date.ts';

/**
 * Says of each date under `root` how long ago it was; the date itself, with the time where the
 * reader is, is a title away. A date has a line to itself, so that nothing beside it moves.
 */
export function freshenDates(root: ParentNode): void {
  const locale = pageLocale();
  for (const time of root.querySelectorAll('.comment-date time')) {
    const instant = Date.parse(time.getAttribute('datetime') ?? '');
    time.setAttribute('title', formatDate(instant, locale, true));
    time.textContent = relativeDate(instant, Date.now(), locale);
  }
}
