export type Act = 'none' | 'read' | 'write' | 'delete' | 'remove';

interface Effect {
  /** What the container's own layer holds then, as a phrase. */
  readonly writable: string;
  /** What the container sees of the file. */
  readonly seen: string;
}

/**
 * What an act of a container on a file of its image leaves, by the rules of an overlay file system:
 * reading copies nothing; the first write copies the file up; deleting leaves a whiteout; the lower
 * layers never change (Linux, `Documentation/filesystems/overlayfs.rst`). `remove` removes the
 * container, and its writable layer with it.
 */
export const EFFECTS: Readonly<Record<Exclude<Act, 'remove'>, Effect>> = {
  none: { writable: 'images-empty', seen: 'images-as-stored' },
  read: { writable: 'images-empty', seen: 'images-read-below' },
  write: { writable: 'images-copy', seen: 'images-changed' },
  delete: { writable: 'images-whiteout', seen: 'images-gone' },
};
