import { onceNear } from '../../lib/once-near.ts';

/** Fetches what walks a flow once one comes near, or when the address asks for a state of it. */
const wake = () => void import('./flow-walker.ts');

const flows = [...document.querySelectorAll<HTMLElement>('flow-walker')];
if (flows.some(({ dataset }) => location.search.includes(`${dataset['diagram'] ?? ''}.`))) wake();
else onceNear(flows, '50%', wake);
