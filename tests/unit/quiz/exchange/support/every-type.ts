import { readFileSync } from 'node:fs';
import { quickYaml } from '../../../../../src/lib/quick-yaml.ts';
import type { ExchangeContext } from '../../../../../src/quiz/exchange/exchange-context.ts';
import { quizSchema } from '../../../../../src/quiz/schema.ts';

/** A quiz with a question of each type, and all that a question may have. */
export const EVERY_TYPE = quizSchema.parse(
  quickYaml(readFileSync(new URL('every-type.yaml', import.meta.url), 'utf8')),
);

/** The course around it. */
export const CONTEXT: ExchangeContext = {
  title: () => ({ fr: 'Conteneurs / images', en: 'Containers / images' }),
  section: (_, section) => ({
    title: { fr: 'Un noyau partagé', en: 'A shared kernel' },
    href: {
      fr: `https://strates.example/fr/tutoriels/conteneurs/#${section}`,
      en: `https://strates.example/en/tutorials/containers/#${section}`,
    },
  }),
  source: (key) =>
    key === 'handbook'
      ? { title: 'Handbook & more', href: 'https://handbook.example/?a=1&b=2' }
      : undefined,
  picture: (diagram) =>
    diagram === 'physical'
      ? {
          svg: {
            fr: '<svg><title>Une pile</title></svg>',
            en: '<svg><title>A stack</title></svg>',
          },
          words: { fr: 'Une pile : « sans » espace', en: 'A stack without a gap' },
        }
      : undefined,
};
