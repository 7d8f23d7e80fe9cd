import { each } from './each.ts';

const container = (n: number) => `c${n}{libs(app)}`;

/** `count` applications in machines, as many in containers, and as many in both at once. */
export const threeStacks = ({ count }: { count: number }): string =>
  [
    `side1{hardware(type1(${each(count, (n) => `vm${n}{kernel(libs(app))}`)}))}`,
    `side2{hardware(${count > 1 ? 'common' : 'host-kernel'}(${each(count, container)}))}`,
    `side3{hardware(type1(vm${count + 1}{${count > 1 ? 'shared' : 'kernel'}(${each(count, (n) => container(count + n))})}))}`,
  ].join('');
