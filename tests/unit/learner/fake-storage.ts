import { vi } from 'vitest';

/** What a browser's localStorage does: keeps, is full, or is forbidden. */
export interface FakeStorage {
  readonly kept: Map<string, string>;
  mode: 'works' | 'full' | 'blocked';
  /** Another tab wrote: the browser tells this one. */
  readonly fire: (key: string | null) => void;
  /** The page is shown: for the first time, or again after the browser `kept` it aside. */
  readonly show: (kept: boolean) => void;
}

/** Puts a browser's storage and its events in the place of Node's. */
export function fakeStorage(): FakeStorage {
  const kept = new Map<string, string>();
  const target = new EventTarget();
  const fake: FakeStorage = {
    kept,
    mode: 'works',
    fire: (key) => target.dispatchEvent(Object.assign(new Event('storage'), { key })),
    show: (persisted) => target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted })),
  };
  const guard = () => {
    if (fake.mode === 'blocked') throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      guard();
      return kept.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      guard();
      if (fake.mode === 'full') throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => {
      guard();
      kept.delete(key);
    },
  });
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  return fake;
}
