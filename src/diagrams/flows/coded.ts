/** A text in which backticks mark code, part by part. */
export const coded = (text: string): readonly { readonly code: boolean; readonly text: string }[] =>
  text
    .split('`')
    .map((part, index) => ({ code: index % 2 === 1, text: part }))
    .filter(({ text: part }) => part !== '');
