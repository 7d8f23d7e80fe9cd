/** The keys of the page's query; all that a copied link keeps begins so. */
export const STACK_KEY = 'workbench.stack';
export const HIT_KEY = 'workbench.hit';
