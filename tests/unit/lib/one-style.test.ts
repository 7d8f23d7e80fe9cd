import { expect, test } from 'vitest';
import { gatherStyles } from '../../../src/lib/one-style.ts';

test('styles stand in the place of the first, in their order', () => {
  expect(
    gatherStyles(
      '<style>@layer a,b;</style><meta><style>@layer b{p{}}</style><style>i{}</style><p>',
    ),
  ).toBe('<style>@layer a,b;@layer b{p{}}i{}</style><meta><p>');
});

test('a style that asks for something of its own stays, and so does a page without any', () => {
  expect(gatherStyles('<style media="print">p{}</style>')).toBe('<style media="print">p{}</style>');
  expect(gatherStyles('<p>$&</p>')).toBe('<p>$&</p>');
});
