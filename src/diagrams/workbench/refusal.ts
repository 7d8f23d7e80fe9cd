/** Told of an address that gives no stack: fetched when there is one. */
import { patch } from '../patch.ts';
import { say, type Phrases } from '../phrases.ts';
import type { TreeNode } from '../tree.ts';
import type { Refused } from './address.ts';
import { faultText } from './fault-text.ts';

/** So many faults are told; the first is the one to mend. */
const TOLD = 3;
/** Signs shown before and after the first fault. */
const AROUND = 60;

/** What is wrong, each fault with its place. */
const faultList = ({ faults }: Refused, phrases: Phrases): TreeNode => [
  'ul',
  {},
  faults
    .slice(0, TOLD)
    .map((fault) => [
      'li',
      {},
      say(phrases, 'fault-at', { at: fault.at + 1, fault: faultText(phrases, fault) }),
    ]),
];

/** The text around the first fault, with the sign that is at fault marked. */
function refusedText({ text, faults }: Refused): TreeNode {
  const at = faults[0]?.at ?? 0;
  const from = Math.max(0, at - AROUND);
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const end = at + sign.length;
  const to = end + AROUND;
  return [
    'code',
    {},
    [
      ['span', { 'data-id': 'before' }, `${from > 0 ? '…' : ''}${text.slice(from, at)}`],
      ['mark', {}, sign],
      ['span', { 'data-id': 'after' }, `${text.slice(end, to)}${text.length > to ? '…' : ''}`],
    ],
  ];
}

/** Shows in the page what is wrong with the address, in place of the bench. */
export function refuse(root: HTMLElement, refused: Refused, phrases: Phrases): void {
  for (const list of root.querySelectorAll('.bench-faults > ul')) {
    patch(list, faultList(refused, phrases));
  }
  for (const code of root.querySelectorAll('.bench-refused code'))
    patch(code, refusedText(refused));
  root.toggleAttribute('data-refused', true);
}
