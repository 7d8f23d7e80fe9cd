import type { Box } from './drawing.ts';
import type { View } from './view.ts';

const words = ({ label, note }: Pick<Box, 'label' | 'note'>) =>
  `["${[label, note].filter(Boolean).join('<br>').replaceAll('"', '#quot;')}"]`;

/**
 * The drawing as the text of a Mermaid flowchart: a frame is a subgraph, `a ~~~ b` says that a
 * rests on b, a class gives the kind. It needs no layout of ours to be read elsewhere.
 */
export function mermaidText({
  drawing: { plates, boxes },
  title,
  description,
  marks,
}: Pick<View, 'drawing' | 'title' | 'description' | 'marks'>): string {
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
  const rests = plates.flatMap(({ id, on }) => (on === null ? [] : `  ${id} ~~~ ${on}`));
  const kinds = [...Map.groupBy([...boxes, ...plates], ({ kind }) => kind)].map(
    ([kind, named]) => `  class ${named.map(({ id }) => id).join()} ${kind}`,
  );
  return [
    'flowchart TB',
    `  accTitle: ${title}`,
    `  accDescr: ${description}`,
    ...inside(null, '  '),
    ...rests,
    ...kinds,
    ...(marks ? [`  class ${marks.reached.join()} reached`, `  class ${marks.hit} hit`] : []),
    '',
  ].join('\n');
}
