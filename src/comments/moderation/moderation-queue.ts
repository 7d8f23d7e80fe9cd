/**
 * Shortcuts for the queue; the page does everything without them. Single letters can be switched
 * off (WCAG 2.2, 2.1.4), and never act while one types.
 */
const SWITCH_KEY = 'strates-moderation-keys';
const PLACE_KEY = 'strates-moderation-place';

const list = [...document.querySelectorAll<HTMLElement>('.queue-item')];
const keySwitch = document.querySelector<HTMLInputElement>('[data-keys-on]');

const current = (): number => list.findIndex((item) => item.contains(document.activeElement));

function go(index: number): void {
  const item = list[Math.max(0, Math.min(index, list.length - 1))];
  item?.focus();
  item?.scrollIntoView({ block: 'start' });
}

function act(decision: string): void {
  const index = current();
  // The next page starts where this comment stood.
  sessionStorage.setItem(PLACE_KEY, String(index));
  list[index]?.querySelector<HTMLButtonElement>(`[data-act="${decision}"]`)?.click();
}

const SHORTCUTS: Readonly<Record<string, () => void>> = {
  j: () => {
    go(current() + 1);
  },
  k: () => {
    go(current() - 1);
  },
  a: () => {
    act('approved');
  },
  r: () => {
    act('rejected');
  },
  s: () => {
    act('spam');
  },
  x: () => {
    list[current()]?.querySelector<HTMLInputElement>('[name="comment"]')?.click();
  },
  u: () => {
    document.querySelector<HTMLButtonElement>('.queue-banner [data-undo]')?.click();
  },
};

/** An empty queue has no switch, but may have something to undo. */
function keysAreOn(): boolean {
  return keySwitch?.checked ?? localStorage.getItem(SWITCH_KEY) !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !keysAreOn() || isTyping(target)) return;
  if (!Object.hasOwn(SHORTCUTS, key)) return;
  event.preventDefault();
  SHORTCUTS[key]?.();
});

if (keySwitch) {
  keySwitch.checked = localStorage.getItem(SWITCH_KEY) !== 'off';
  keySwitch.addEventListener('change', () => {
    localStorage.setItem(SWITCH_KEY, keySwitch.checked ? 'on' : 'off');
  });
  keySwitch.closest<HTMLElement>('[data-keys]')?.removeAttribute('hidden');
}

const checkAll = document.querySelector<HTMLButtonElement>('[data-check-all]');
checkAll?.removeAttribute('hidden');
checkAll?.addEventListener('click', () => {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[name="comment"]')];
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
});

const place = sessionStorage.getItem(PLACE_KEY);
sessionStorage.removeItem(PLACE_KEY);
if (place !== null && Number(place) >= 0) go(Number(place));
