export { authoring } from './integration.ts';
export { lessonPlugins } from './mdx/lesson-plugins.ts';
