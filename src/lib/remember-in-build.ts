/**
 * Asks once for each key while the site is built, when content stands still. In `astro dev`, where
 * an author changes it, asks anew every time.
 */
export function rememberInBuild<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    if (!import.meta.env.PROD) return ask(key);
    const known = answers.get(key) ?? { answer: ask(key) };
    answers.set(key, known);
    return known.answer;
  };
}
