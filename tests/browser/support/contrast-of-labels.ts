import type { Locator } from 'playwright-core';

export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** The contrast (WCAG 2) of each line of a stack with the plate that it stands on. */
export function contrastOfLabels(stack: Locator): Promise<readonly Contrast[]> {
  return stack.evaluate((svg) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    const luminance = (color: string) => {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...svg.querySelectorAll('text')].map((line) => {
      // Where a plate is hatched, a rim of its color stands around the words.
      const under = line.parentElement?.querySelector('rect');
      const [ink, ground] = [line, under].map((element) =>
        element ? luminance(getComputedStyle(element).fill) : 0,
      );
      const [low = 0, high = 0] = [ink ?? 0, ground ?? 0].sort((a, b) => a - b);
      return { text: line.textContent, ratio: (high + 0.05) / (low + 0.05) };
    });
  });
}
