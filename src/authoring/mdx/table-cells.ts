import { defineHastPlugin, type HastNode, type HastPluginEntry } from 'satteri';
import { useTranslations } from '../../i18n/translations.ts';
import { lessonLocale } from './lesson-locale.ts';

type Element = Extract<HastNode, { type: 'element' }>;

/** What a cell becomes. The corner of a table heads nothing: an empty header would be read out. */
function cellOf(cell: Readonly<Element>, inHead: boolean, isFirst: boolean): Element | null {
  const { children } = cell;
  const heading = (scope: 'col' | 'row'): Element => ({
    type: 'element',
    tagName: 'th',
    properties: { ...cell.properties, scope },
    children,
  });
  if (!inHead) return isFirst ? heading('row') : null;
  return children.length > 0 ? heading('col') : { ...cell, tagName: 'td', children };
}

/**
 * Tables that can be read cell by cell: a screen reader says the head of a column and the first
 * cell of a row with each cell. On a narrow screen they scroll in a box of their own.
 *
 * Elements come in the order of the text, so that where a cell stands is known without looking
 * around it, which costs ten times as much.
 */
export const tableCells: HastPluginEntry = ({ fileURL }) => {
  const locale = lessonLocale(fileURL);
  if (locale === null) return false;
  const label = useTranslations(locale)('prose.table');
  let inHead = false;
  let isFirst = false;
  return defineHastPlugin({
    name: 'strates-table-cells',
    element: [
      {
        filter: ['table'],
        visit(table, context) {
          context.wrapNode(table, {
            type: 'element',
            tagName: 'div',
            properties: {
              className: ['table-scroll'],
              role: 'group',
              tabIndex: 0,
              ariaLabel: label,
            },
            children: [],
          });
        },
      },
      {
        filter: ['thead', 'tbody', 'tr'],
        visit({ tagName }) {
          if (tagName === 'tr') isFirst = true;
          else inHead = tagName === 'thead';
        },
      },
      {
        filter: ['th', 'td'],
        visit(cell, context) {
          const changed = cellOf(cell, inHead, isFirst);
          isFirst = false;
          if (changed) context.replaceNode(cell, changed);
        },
      },
    ],
  });
};
