export { authoring } from './integration.ts';
export { lessonPlugins } from './mdx/lesson-plugins.ts';
export { tableCells } from './mdx/table-cells.ts';
