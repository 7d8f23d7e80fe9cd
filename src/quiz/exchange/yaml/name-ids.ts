/** Words that tell nothing of what a question is about. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at is are was were be it its this that these which what who whose when ' +
    'where why how do does did for and or by with from your you ' +
    'le la les l un une des du de d au aux en dans sur est sont ce cette ces qui que quel quelle ' +
    'quels quelles c j m n qu s t quoi quand ou comment pourquoi et pour par avec se il elle on ne pas vous votre'
  ).split(' '),
);

const MOST_WORDS = 5;
const LONGEST = 40;

/** Gives out ids that are made from texts, each once. */
export function idMaker(): (text: string, otherwise: string) => string {
  const taken = new Set<string>();
  return (text, otherwise) => {
    const name = idOf(text) || otherwise;
    let id = name;
    for (let count = 2; taken.has(id); count += 1) id = `${name}-${count}`;
    taken.add(id);
    return id;
  };
}

/** `What does an image carry?` → `image-carry`; empty when the text has no letter or digit of ASCII. */
export function idOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/['’]s(?![a-z])/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // A name that is one already keeps all its words.
  if (words.join('-') === text) return text;
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  const chosen = (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
  return chosen.reduce((id, word) => {
    const longer = id === '' ? word : `${id}-${word}`;
    return longer.length > LONGEST && id !== '' ? id : longer.slice(0, LONGEST);
  }, '');
}
