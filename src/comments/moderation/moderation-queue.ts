/**
 * Shortcuts for the queue and the page of one comment; the pages do everything without them. Single
 * letters can be switched off (WCAG 2.2, 2.1.4), and never act while one types. Which key does what
 * stands in the help of the page.
 */
const SWITCH_KEY = 'strates-moderation-keys';
const PLACE_KEY = 'strates-moderation-place';

const list = [...document.querySelectorAll<HTMLElement>('.queue-item')];
const keySwitch = document.querySelector<HTMLInputElement>('[data-keys-on]');
const help = document.querySelector<HTMLDialogElement>('[data-keys-dialog]');

const current = (): number => list.findIndex((item) => item.contains(document.activeElement));

/** The comment in hand: the one with the focus, or the only one. */
const inHand = (): HTMLElement | undefined =>
  list[current()] ?? (list.length === 1 ? list[0] : undefined);

function go(index: number): void {
  const item = list[Math.max(0, Math.min(index, list.length - 1))];
  item?.focus();
  item?.scrollIntoView({ block: 'start' });
}

/** One comment on: in the list, or to the page beside this one. */
function step(by: 1 | -1): void {
  const beside = document.querySelector<HTMLAnchorElement>(`a[rel="${by > 0 ? 'next' : 'prev'}"]`);
  if (document.querySelector('.queue-alone')) beside?.click();
  else if (by > 0 && current() === list.length - 1) beside?.click();
  else go(current() + by);
}

function decide(decision: string): void {
  const item = inHand();
  // The next page starts where this comment stood.
  sessionStorage.setItem(PLACE_KEY, String(Math.max(0, list.indexOf(item ?? document.body))));
  item?.querySelector<HTMLButtonElement>(`[data-act="${decision}"]`)?.click();
}

/** On a comment's own page what is looked for; from the list, that page at the same place. */
function onPage(target: string, fragment: string): void {
  const here = document.querySelector<HTMLElement>(target);
  const open = inHand()?.querySelector<HTMLAnchorElement>('[data-open]');
  if (here instanceof HTMLAnchorElement) here.click();
  else if (here) here.focus();
  else if (open)
    location.href = fragment === 'edit' ? editAddress(open) : `${open.href}#${fragment}`;
}

function editAddress({ href }: HTMLAnchorElement): string {
  const address = new URL(href);
  address.pathname += '/edit';
  return address.href;
}

const ACTS: Readonly<Record<string, () => void>> = {
  next: () => {
    step(1);
  },
  previous: () => {
    step(-1);
  },
  approved: () => {
    decide('approved');
  },
  rejected: () => {
    decide('rejected');
  },
  spam: () => {
    decide('spam');
  },
  check: () => {
    inHand()?.querySelector<HTMLInputElement>('[name="comment"]')?.click();
  },
  undo: () => {
    document.querySelector<HTMLButtonElement>('.queue-banner [data-undo]')?.click();
  },
  open: () => {
    inHand()?.querySelector<HTMLAnchorElement>('[data-open]')?.click();
  },
  edit: () => {
    onPage('[data-edit]', 'edit');
  },
  note: () => {
    onPage('[data-note]', 'note');
  },
  search: () => {
    const field = document.querySelector<HTMLInputElement>('#filter-text');
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  },
  help: () => {
    help?.showModal();
  },
};

const keys = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-key]')].map(({ dataset }) => [
    dataset['key'] ?? '',
    dataset['does'] ?? '',
  ]),
);

/** A page without the switch (the journal) has no keys either. */
function keysAreOn(): boolean {
  return keySwitch?.checked ?? localStorage.getItem(SWITCH_KEY) !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !keysAreOn() || isTyping(target) || help?.open) return;
  const act = ACTS[keys.get(key) ?? ''];
  if (!act) return;
  event.preventDefault();
  act();
});

if (keySwitch) {
  keySwitch.checked = localStorage.getItem(SWITCH_KEY) !== 'off';
  keySwitch.addEventListener('change', () => {
    localStorage.setItem(SWITCH_KEY, keySwitch.checked ? 'on' : 'off');
  });
  keySwitch.closest<HTMLElement>('[data-keys]')?.removeAttribute('hidden');
}
document.querySelector('[data-keys-help]')?.addEventListener('click', () => {
  help?.showModal();
});

const checkAll = document.querySelector<HTMLButtonElement>('[data-check-all]');
checkAll?.removeAttribute('hidden');
checkAll?.addEventListener('click', () => {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[name="comment"]')];
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
});

/** Counts the seconds down in which the banner offers to undo; a focused button is left in place. */
function countDown(button: HTMLButtonElement): void {
  let left = Number(button.dataset['seconds']);
  const tick = (): void => {
    if (left > 0) {
      button.textContent = (button.dataset['text'] ?? '').replace('{{seconds}}', String(left));
      left -= 1;
      return;
    }
    if (document.activeElement === button || button.matches(':hover')) return;
    clearInterval(timer);
    button.closest('form')?.remove();
    document.querySelector('[data-undo-later]')?.removeAttribute('hidden');
  };
  const timer = setInterval(tick, 1000);
  tick();
}
const undoButton = document.querySelector<HTMLButtonElement>('[data-seconds]');
if (undoButton) countDown(undoButton);

/** How long ago an instant was, in the largest unit that it fills. */
function ago(instant: number): string {
  const seconds = (instant - Date.now()) / 1000;
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
  for (const [unit, length] of [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const)
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  return format.format(0, 'second');
}
for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-ago]'))
  time.append(` (${ago(Date.parse(time.dateTime))})`);

const place = sessionStorage.getItem(PLACE_KEY);
sessionStorage.removeItem(PLACE_KEY);
if (place !== null && Number(place) >= 0) go(Number(place));
