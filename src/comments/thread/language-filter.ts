/**
 * Lets the reader choose one language, where the list holds comments in both. The style sheet
 * hides the others, but never a comment that was followed by a link or has a reply in sight.
 */
export function offerLanguages(thread: HTMLElement, list: HTMLElement): void {
  const filter = thread.querySelector<HTMLElement>('.comment-filter');
  const select = filter?.querySelector('select');
  if (!filter || !select) return;
  filter.hidden = ['fr', 'en'].some((lang) => !list.querySelector(`.comment-body[lang=${lang}]`));
  select.onchange = () => {
    list.dataset['only'] = select.value;
  };
}
