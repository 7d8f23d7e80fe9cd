/** What a page fetches to let its pictures be questioned; the workbench shares the rest. */
import { StackExplorer } from './stack-explorer.ts';

customElements.define('stack-explorer', StackExplorer);
