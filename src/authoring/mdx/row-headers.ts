import { defineHastPlugin } from 'satteri';

/** The first cell of each row of a table names its row: a screen reader says it with the others. */
export const rowHeaders = defineHastPlugin({
  name: 'strates-row-headers',
  element: {
    filter: ['tbody'],
    visit(body, context) {
      for (const row of body.children) {
        if (row.type !== 'element') continue;
        const first = row.children.find((cell) => cell.type === 'element');
        if (first?.type !== 'element') continue;
        context.replaceNode(first, {
          ...first,
          tagName: 'th',
          properties: { ...first.properties, scope: 'row' },
        });
      }
    },
  },
});
