import type { Mode } from "../island.ts";
import { logarithms, type Moore, type Scale, type Series } from "./state.ts";

/** How a value and a year become a place in the plot. Its width is the reader's, so x is a share of it. */
export interface Axis {
  /** Of the plot, in px. */
  height: number;
  scale: Scale;
  /** Value at the top of the linear axis. */
  top: number;
  y(value: number): number;
}

const heights: Record<Mode, number> = { page: 420, slide: 360 };
const years = { from: 1970, to: 2027 };
const linearTops: Record<Series, number> = {
  transistores: 2e11,
  frecuencia: 6000,
  potencia: 600,
  nucleos: 160,
  hilos: 320,
};

/** The axis of a state: one for all its series, each in its own unit. */
export function toAxis({ scale, series }: Moore, mode: Mode | undefined): Axis {
  const height = mode === undefined ? 1 : heights[mode];
  const top = Math.max(1, ...series.map((name) => linearTops[name]));
  const { from, to } = logarithms;
  const share = (value: number) => (scale === "lineal" ? value / top : (Math.log10(value) - from) / (to - from));
  return { height, scale, top, y: (value) => height * (1 - share(value)) };
}

/** Share of the width at which a year stands. */
export function toX(year: number): number {
  return (year - years.from) / (years.to - years.from);
}

export function percent(year: number): string {
  return `${round(100 * toX(year), 1)}%`;
}

export function round(value: number, decimals = 0): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
