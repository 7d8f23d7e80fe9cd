import type { Box, Drawing, Plate } from './drawing.ts';

interface Marks {
  /** Ids of layers. */
  readonly hit?: string;
  readonly reached?: readonly string[];
}

const quote = (text: string) => text.replaceAll('"', '#quot;');

const words = ({ label, note }: Pick<Box, 'label' | 'note'>) =>
  `["${quote(note === '' ? label : `${label}<br>${note}`)}"]`;

/** Ids by class, so that one line gives a kind to all that are of it. */
function classLines(entries: readonly (readonly [id: string, kind: string])[]): readonly string[] {
  const kinds = [...new Set(entries.map(([, kind]) => kind))];
  return kinds.map((kind) => {
    const ids = entries.filter(([, other]) => other === kind).map(([id]) => id);
    return `  class ${ids.join(',')} ${kind}`;
  });
}

/**
 * The drawing as the text of a Mermaid flowchart: a frame is a subgraph, `a ~~~ b` says that a
 * rests on b, a class gives the kind. It needs no layout of ours to be read elsewhere.
 */
export function mermaidText(
  { plates, boxes }: Drawing,
  title: string,
  description: string,
  { hit, reached = [] }: Marks = {},
): string {
  const inside = (frame: string | null, indent: string): readonly string[] => [
    ...boxes
      .filter((box) => box.in === frame)
      .flatMap((box) => [
        `${indent}subgraph ${box.id}${words(box)}`,
        ...inside(box.id, `${indent}  `),
        `${indent}end`,
      ]),
    ...plates
      .filter((plate) => plate.in === frame)
      .map((plate) => `${indent}${plate.id}${words(plate)}`),
  ];
  const rests = plates
    .filter((plate): plate is Plate & { on: string } => plate.on !== null)
    .map(({ id, on }) => `  ${id} ~~~ ${on}`);
  return [
    'flowchart TB',
    `  accTitle: ${title}`,
    `  accDescr: ${description}`,
    ...inside(null, '  '),
    ...rests,
    ...classLines([...boxes, ...plates].map(({ id, kind }) => [id, kind])),
    ...classLines(reached.map((id) => [id, 'reached'])),
    ...(hit === undefined ? [] : [`  class ${hit} hit`]),
    '',
  ].join('\n');
}
