import type { Said } from '../grading/key.ts';
import type { Behavior } from './behavior.ts';

interface NoteWords {
  /** What is said first, of an item that is answered rightly or not. */
  readonly right: string | undefined;
  readonly wrong: string | undefined;
  /** A wrong answer is told at once: nothing is held back for another try. */
  readonly told?: boolean;
}

/**
 * Explains items of which something is said: first whether the reader is right, then what is known
 * of that very answer, then what is true, unless another try is to find it.
 */
export const noteOf =
  (
    keyPart: (id: string) => Element,
    words: NoteWords,
    known?: (id: string, said: Said | undefined) => Element | undefined,
  ): Behavior['note'] =>
  (id, answer, { marks }, over) => {
    const mark = id in marks ? (marks[id] ? 'right' : 'wrong') : undefined;
    const parts = keyPart(id).querySelectorAll(':scope > :is(.key-mark, .key-why, .key-output)');
    const about = known?.(id, answer[id])?.querySelector('.key-why');
    return {
      mark,
      nodes: [
        ...(mark ? [verdict(words[mark])] : []),
        ...[about ?? [], over || mark === 'right' || words.told ? [...parts] : []]
          .flat()
          .map((part) => part.cloneNode(true)),
      ],
    };
  };

function verdict(words = ''): Node {
  const node = document.createElement('b');
  node.className = 'key-mark';
  node.textContent = words;
  return node;
}
