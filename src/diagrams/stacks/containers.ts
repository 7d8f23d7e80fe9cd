import { each } from './each.ts';

/**
 * `count` containers on one kernel, each of an image of its own or all of the same. The engine
 * stands beside them, not under them: it starts them, and then they call the kernel themselves.
 */
export const containers = ({
  count,
  common = false,
}: {
  count: number;
  common?: boolean;
}): string =>
  `hardware(${count > 1 ? 'common' : 'host-kernel'}(${each(count, (n) => `c${n}{image${common ? 1 : n}(app)}`)}engine))`;
