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
  const point = ({ target }: Event) => {
    const at = target as Element;
    const id = at.closest<SVGElement>('.flow [data-id]')?.dataset['id'] ?? '';
    light(root, lightsOf(at.closest<HTMLElement>('[data-lights]') ?? undefined), 'pointed');
    for (const line of root.querySelectorAll<HTMLElement>('[data-lights]')) {
      line.classList.toggle('pointed', lightsOf(line).includes(id));
    }
  };
  // Where the pointer leaves, the target is `root`: nothing is marked.
  for (const moved of ['pointerover', 'pointerleave', 'focusin']) {
    root.addEventListener(moved, point);
  }
}
