/** Lights the parts of the pictures in `root` that have one of the ids, and no others. */
export function light(root: ParentNode, ids: readonly string[], mark: 'lit' | 'pointed'): void {
  for (const part of root.querySelectorAll<SVGElement>('.flow [data-id]')) {
    part.classList.toggle(mark, ids.includes(part.dataset['id'] ?? ''));
  }
}

/** The ids that a line of the list is about. */
export const lightsOf = (line: HTMLElement | undefined): readonly string[] =>
  line?.dataset['lights']?.split(' ') ?? [];

/** The words in `element`, to be shown a second time. */
export const copyOf = (element: Element): readonly Node[] => [
  ...element.cloneNode(true).childNodes,
];

/**
 * Lets the list and the pictures of `root` point at each other: a line under the pointer or in
 * focus marks its parts, a part under the pointer marks its line.
 */
export function pointBothWays(root: HTMLElement): void {
  const lines = () => [...root.querySelectorAll<HTMLElement>('[data-lights]')];
  const point = ({ target }: Event) => {
    const at = target instanceof Element ? target : root;
    const id = at.closest<SVGElement>('.flow [data-id]')?.dataset['id'];
    const line = at.closest<HTMLElement>('[data-lights]');
    light(root, lightsOf(line ?? undefined), 'pointed');
    for (const one of lines()) {
      one.classList.toggle('pointed', id !== undefined && lightsOf(one).includes(id));
    }
  };
  root.addEventListener('pointerover', point);
  root.addEventListener('focusin', point);
  root.addEventListener('pointerleave', () => {
    light(root, [], 'pointed');
    lines().forEach((one) => one.classList.remove('pointed'));
  });
}
