import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkCourse } from './check-course.ts';
import { checkMessages } from './check-messages.ts';
import { AuthoringError } from './problem.ts';
import { stackLayers } from './stack-layers.ts';

/**
 * Stops the build when what authors wrote is wrong, with every fault and its place at once.
 * In `astro dev` the faults are printed and the pages stay up, so that an author sees both.
 */
export function authoring(): AstroIntegration {
  let root = '';
  let command = '';
  const check = () => {
    const content = `${root}content`;
    return [
      ...checkCourse(content, root, stackLayers()),
      ...checkMessages(`${content}/messages`, root),
    ];
  };
  return {
    name: 'strates-authoring',
    hooks: {
      'astro:config:setup': ({ command: asked }) => {
        command = asked;
      },
      // Before Astro reads the content itself: its own words know neither line nor repair.
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        const problems = command === 'build' ? check() : [];
        if (problems.length > 0) throw new AuthoringError(problems);
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = () => {
          const problems = check();
          if (problems.length > 0) logger.error(new AuthoringError(problems).message);
        };
        tell();
        server.watcher.add(`${root}content`);
        server.watcher.on('change', (file) => {
          if (file.startsWith(`${root}content`)) tell();
        });
      },
    },
  };
}
