declare namespace App {
  interface Locals {
    /** What the tutorial page knows and a component inside its MDX needs. */
    lesson?: import('./pages/_lesson-context.ts').LessonContext;
  }
}
