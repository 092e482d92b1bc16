import type { Locator } from '@playwright/test';
import { shownNumber } from './shown';

/** A tick of an axis: its number, and its pixel from the left or from the top of the plot. */
interface Ticked {
  readonly value: number;
  readonly at: number;
}

type Scale = 'linear' | 'log';

/** An axis as a reader of the plot finds it, from two of its ticks. */
class Axis {
  private readonly ends: readonly [Ticked, Ticked];

  constructor(
    ticks: readonly Ticked[],
    private readonly scale: Scale,
  ) {
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last || first === last) throw new RangeError('an axis with fewer than two ticks');
    this.ends = [first, last];
  }

  pixelAt(value: number): number {
    const [a, b] = this.ends;
    const from = this.along(a.value);
    return a.at + ((this.along(value) - from) / (this.along(b.value) - from)) * (b.at - a.at);
  }

  /** Of a linear axis. */
  valueAt(pixel: number): number {
    const [a, b] = this.ends;
    return a.value + ((pixel - a.at) / (b.at - a.at)) * (b.value - a.value);
  }

  private along(value: number): number {
    return this.scale === 'log' ? Math.log10(value) : value;
  }
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

/** The axes of a plot, from the picture itself. */
export async function axesOf(plot: Locator, yScale: Scale = 'linear'): Promise<Axes> {
  const ticks = await plot.locator('.plot-axes > g').evaluateAll((groups) =>
    groups.map((tick) => {
      const [x = NaN, y = NaN] = (tick.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
      // A number stands centred below the x axis, and ends at the y axis.
      const isBelow = tick.querySelector('text')?.getAttribute('text-anchor') === 'middle';
      return { axis: isBelow ? 'x' : 'y', at: isBelow ? x : y, label: tick.textContent ?? '' };
    }),
  );
  const on = (axis: 'x' | 'y') =>
    ticks.filter((tick) => tick.axis === axis).map(({ at, label }) => ({ at, value: shownNumber(label) }));
  return { x: new Axis(on('x'), 'linear'), y: new Axis(on('y'), yScale) };
}

/** A place on a plot, in CSS pixels from its corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Red, green, blue and opacity, each of 255. */
export type Rgba = readonly number[];

/**
 * The colours that a plot's canvases have at some places.
 * @param canvas which of them; by default all, one over the other
 */
export const coloursAt = (plot: Locator, places: readonly Place[], canvas?: number): Promise<Rgba[]> =>
  plot.evaluate(
    (element, { asked, only }) => {
      const canvases = [...element.querySelectorAll('canvas')];
      // A copy, for a canvas that is read often is drawn otherwise from then on.
      const picture = new OffscreenCanvas(canvases[0]?.width ?? 1, canvases[0]?.height ?? 1).getContext('2d', {
        willReadFrequently: true,
      });
      for (const [i, layer] of canvases.entries()) if (only === null || only === i) picture?.drawImage(layer, 0, 0);
      const inPixels = (length: number) => Math.floor(length * devicePixelRatio);
      return asked.map(({ x, y }) => Array.from(picture?.getImageData(inPixels(x), inPixels(y), 1, 1).data ?? []));
    },
    { asked: places, only: canvas ?? null },
  );

/** What CSS colours, which may be variables of the page, are as numbers. */
export const rgbaOf = (plot: Locator, colours: readonly string[]): Promise<Rgba[]> =>
  plot.evaluate((element, asked) => {
    const swatch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const probe = element.appendChild(document.createElement('span'));
    const found = asked.map((css) => {
      probe.style.color = css;
      if (swatch) swatch.fillStyle = getComputedStyle(probe).color;
      swatch?.fillRect(0, 0, 1, 1);
      return Array.from(swatch?.getImageData(0, 0, 1, 1).data ?? []);
    });
    probe.remove();
    return found;
  }, colours);

/** How far two colours are apart in the channel in which they differ most, of 255. */
export const colourDifference = (one: Rgba, other: Rgba): number =>
  Math.max(...one.map((channel, i) => Math.abs(channel - (other[i] ?? NaN))));

/** A place and the CSS colour that it is expected to have. */
export interface Painted extends Place {
  readonly css: string;
}

/** How far the colours of a picture are from those expected. */
export async function offColour(plot: Locator, wanted: readonly Painted[]): Promise<number[]> {
  const [painted, colours] = [
    await coloursAt(plot, wanted),
    await rgbaOf(
      plot,
      wanted.map(({ css }) => css),
    ),
  ];
  return painted.map((colour, i) => colourDifference(colour, colours[i] ?? []));
}
