export { authoring } from './integration.ts';
export { lessonPlugins } from './mdx/lesson-plugins.ts';
export { rowHeaders } from './mdx/row-headers.ts';
