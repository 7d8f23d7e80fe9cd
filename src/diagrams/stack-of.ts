import { parseStack, type Words } from './parse-stack.ts';
import type { Stack } from './stack.ts';

/** The words of the notation that are not the kind of a layer; the last of them are frames. */
const WORDS: Words = {
  app: ['', 'application'],
  program: ['app', 'application', 'application-n'],
  programs: ['host-app', 'application', 'host-programs'],
  libs: ['', 'libraries'],
  image: ['libs', 'libraries', '', 'image-note'],
  sentry: ['', 'user-kernel', '', 'sentry-note'],
  kernel: ['', 'guest-kernel'],
  own: ['kernel', 'guest-kernel', 'own-kernel'],
  shared: ['kernel', 'guest-kernel', '', 'shared-kernel-note'],
  nested: ['kernel', 'guest-kernel', '', 'kvm-note', 'hypervisor'],
  bare: ['host-kernel', 'host-kernel', 'kernel'],
  common: ['host-kernel', 'host-kernel', '', 'shared-kernel-note'],
  // Linux 2.6.20 (2007) made the kernel itself a hypervisor [kvm-2620]: one plate, two roles.
  kvm: ['host-kernel', 'host-kernel', 'kvm', 'kvm-note', 'hypervisor'],
  type1: ['hypervisor', 'hypervisor', '', 'hypervisor-1-note'],
  type2: ['hypervisor', 'hypervisor', '', 'hypervisor-2-note'],
  hardware: ['', '', '', 'hardware-note'],
  host: ['host'],
  side: ['host'],
  vm: ['machine'],
  root: ['machine'],
  u: ['utility-vm'],
  x: ['confidential-vm'],
  p: ['pod'],
  c: ['container'],
};

/** The stack that a text of ours stands for (see `parse-stack.ts`). */
export const stackOf = (text: string): Stack => parseStack(text, WORDS);

/** Of all words, those that the texts use: what their page must carry. */
export function wordsIn(texts: readonly string[]): Words {
  const used = new Set(
    texts
      .flatMap((text) => text.match(/[\w-]+/g) ?? [])
      .flatMap((name) => [name, name.replace(/\d+$/, '')]),
  );
  return Object.fromEntries(Object.entries(WORDS).filter(([word]) => used.has(word)));
}
