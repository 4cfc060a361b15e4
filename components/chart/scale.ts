import { scaleLinear } from 'd3-scale';

/** A vertical scale with round ticks from 0: `y` gives pixels from the top of a plot `height` pixels high. */
export function verticalScale(max: number, height: number, ticks = 4) {
  const scale = scaleLinear([0, Math.max(max, 1)], [height, 0]).nice(ticks);
  return {
    y: (value: number) => scale(value),
    ticks: scale.ticks(ticks).filter(Number.isInteger),
  };
}

/** A place along the width as an SVG percentage: text then keeps its size on any screen. */
export const percentOf = (share: number) => `${Math.round(share * 10000) / 100}%`;
