/** Elements as data: the build writes them (`markup.ts`), the page keeps to them (`patch.ts`). */
export type Attributes = Readonly<Record<string, string | number>>;

/** One element: its name, its attributes, its children or its text. */
export type TreeNode = readonly [name: string, attributes: Attributes, content: TreeContent];

export type TreeContent = string | readonly TreeNode[];
