export { authoring } from './integration.ts';
export { lessonPlugins } from './mdx/lesson-plugins.ts';
export { quizDownloads } from './quiz-downloads.ts';
export { tableCells } from './mdx/table-cells.ts';
