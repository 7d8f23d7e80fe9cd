/** Runs in Chromium: reads back what Mermaid has drawn of a sequence. */
import type { TreeNode } from '../../tree.ts';
import type { SequenceModel } from '../flow.ts';
import { arrow, group, number, one, pair, pointsOf, rect, round, words } from './read-shapes.ts';

/** How far lifelines go on under the last message. */
const AFTERLIFE = 14;

/** Half the disc in which a message has its number. */
const DISC = 10;

/** Mermaid sets words closer to their arrow than our discs are high. */
const LIFT = 7;

/** And those of an arrow that comes back stand on its disc. */
const LIFT_OVER_DISC = 11;

interface DrawnMessage {
  readonly arrow: Element;
  readonly texts: readonly Element[];
}

/** Mermaid writes the lines of a text, then its arrow. */
function drawnMessages(svg: Element): readonly DrawnMessage[] {
  const messages: DrawnMessage[] = [];
  let texts: Element[] = [];
  for (const element of svg.querySelectorAll('.messageText, [data-et="message"]')) {
    if (element.classList.contains('messageText')) texts.push(element);
    else {
      messages.push({ arrow: element, texts });
      texts = [];
    }
  }
  return messages;
}

const top = (line: Element) => pointsOf(line)[0]?.y ?? number(line, 'y1');
const bottom = (line: Element) => pointsOf(line).at(-1)?.y ?? number(line, 'y1');

/** An arrow from life to life; one that comes back to its own is a curve. */
function arrowOf(line: Element, start: number, end: number): readonly TreeNode[] {
  const [first, ...rest] = pointsOf(line);
  const last = rest.at(-1);
  if (first && last) {
    const tip = { x: end, y: last.y };
    const curve = [...rest.slice(0, -1), tip].map(pair).join(' ');
    return arrow(`M${pair({ x: start, y: first.y })}C${curve}`, tip, { x: end + 5, y: last.y + 1 });
  }
  const y = top(line);
  return arrow(`M${pair({ x: start, y })}H${round(end)}`, { x: end, y }, { x: start, y });
}

/** @throws Error where Mermaid drew another number of messages than the model has. */
export function readSequence(
  svg: Element,
  { participants, messages }: SequenceModel,
): readonly TreeNode[] {
  const drawn = drawnMessages(svg);
  if (drawn.length !== messages.length) throw new Error(`Mermaid drew ${drawn.length} messages.`);
  const lifeOf = (id: string) => number(one(svg, `line.actor-line[name="${id}"]`), 'x1');
  const end = Math.max(...drawn.map(({ arrow: line }) => bottom(line))) + AFTERLIFE;
  const box = (id: string) => one(svg, `rect.actor-top[name="${id}"]`);
  const lives = participants.map(({ id }): TreeNode => {
    const y = number(box(id), 'y') + number(box(id), 'height');
    return ['path', { class: 'life', d: `M${pair({ x: lifeOf(id), y })}V${round(end)}` }, []];
  });
  const boxes = participants.map(({ id, kind }) =>
    group(`node ${kind}`, id, [
      rect(box(id)),
      ...words(box(id).parentElement?.querySelectorAll('text') ?? []),
    ]),
  );
  const arrows = messages.flatMap(({ id, from, to, reply }, index) => {
    const line = drawn[index];
    if (!line) return [];
    const start = lifeOf(from);
    const y = top(line.arrow);
    const corner = { x: round(start - DISC), y: round(y - DISC) };
    return [
      group(reply ? 'message reply' : 'message', id, [
        ...words(line.texts, from === to ? LIFT_OVER_DISC : LIFT),
        ...arrowOf(line.arrow, start, lifeOf(to)),
        ['rect', { class: 'disc', ...corner, width: 2 * DISC, height: 2 * DISC, rx: DISC }, []],
        ['text', { class: 'note', x: round(start), y: round(y) + 5 }, `${index + 1}`],
      ]),
    ];
  });
  return [...lives, ...boxes, ...arrows];
}
