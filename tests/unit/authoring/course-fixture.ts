import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkCourse } from '../../../src/authoring/check-course.ts';
import type { Problem } from '../../../src/authoring/problem.ts';

const lesson = (title: string, slug: string, aside: string) => `---
title: ${title}
slug: ${slug}
summary: A lesson that is only here to be checked, in a sentence long enough.
order: 1
updated: 2026-11-25
objectives:
  - id: name-it
    text: ${aside}
  - id: place-it
    text: ${aside}
---

## ${aside} {/* #first */}

${aside} [@known-source] [${aside}](tutorial:alpha#second).

<Diagram id="physical" />

## ${aside} {/* #second */}

${aside} [${aside}](#first)

<Quiz id="alpha" />
`;

/** A course of one lesson in which nothing is wrong, file by file. */
const STACKS = new Map([
  ['physical', new Set(['hardware', 'libs'])],
  ['virtual', new Set(['hypervisor', 'hardware'])],
]);

export const GOOD_COURSE = {
  'sources.yaml': `known-source:
  title: A source
  publisher: Its publisher
  url: https://example.org/
  date: 2026
  accessed: 2026-11-25
  lang: en
`,
  'misconceptions.yaml': `that-is-this:
  idea: { fr: Cela est ceci., en: That is this. }
  truth: { fr: Cela est cela., en: That is that. }
  section: alpha#first
  sources: [known-source]
`,
  'tutorials/alpha/fr.mdx': lesson('Une leçon', 'une-lecon', 'Un texte.'),
  'tutorials/alpha/en.mdx': lesson('A lesson', 'a-lesson', 'A text.'),
  'tutorials/alpha/quiz.yaml': `id: alpha
questions:
  - id: what
    type: choice
    rev: 1
    objective: name-it
    section: first
    prompt: { fr: Quoi, en: What }
    options:
      - id: this
        correct: true
        text: { fr: Ceci, en: This }
        why: { fr: Parce que., en: Because. }
      - id: that
        misconception: that-is-this
        text: { fr: Cela, en: That }
        why: { fr: Parce que non., en: Because not. }
`,
};

export type CourseFile = keyof typeof GOOD_COURSE;

/** Checks the good course with some of its files changed; `null` takes a file away. */
export function problemsOf(
  changes: Partial<Record<CourseFile, (text: string) => string | null>>,
): readonly Problem[] {
  const root = mkdtempSync(join(tmpdir(), 'strates-course-'));
  try {
    for (const [name, text] of Object.entries(GOOD_COURSE)) {
      const changed = changes[name as CourseFile]?.(text) ?? (name in changes ? null : text);
      if (changed === null) continue;
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), changed);
    }
    return checkCourse(root, root, STACKS);
  } finally {
    rmSync(root, { recursive: true });
  }
}
