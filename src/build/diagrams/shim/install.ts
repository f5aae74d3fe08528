import type { DOMWindow } from "jsdom";
import type { TextMetrics } from "../../../course/text-metrics.ts";
import { type Point, transformBox } from "./box.ts";
import { Geometry } from "./geometry.ts";
import { TextLayout } from "./text-layout.ts";
import { TextStyles } from "./text-style.ts";

/** What a window with the shim can measure, for whoever checks the finished drawing. */
export interface Measures {
  geometry: Geometry;
  text: TextLayout;
  styles: TextStyles;
}

/** Width of the page that Mermaid believes to draw on; only Gantt and C4 depend on it. */
const pageWidth = 1264;

/** Gives a jsdom window the measuring interface that Mermaid expects of a browser. */
export function installShim(window: DOMWindow, metrics: TextMetrics): Measures {
  const styles = new TextStyles(metrics);
  const text = new TextLayout(metrics, styles);
  const geometry = new Geometry(text, styles);
  const methods: Record<string, (this: Element, argument: number) => unknown> = {
    getBBox() {
      const { x, y, width, height } = geometry.boxOf(this) ?? { x: 0, y: 0, width: 0, height: 0 };
      // Shapes tell this from a DOMRect by the absence of `left`; browsers compute in single precision.
      return { x: Math.fround(x), y: Math.fround(y), width: Math.fround(width), height: Math.fround(height) };
    },
    getComputedTextLength() {
      return Math.fround(text.lengthOf(this));
    },
    getBoundingClientRect() {
      const own = geometry.boxOf(this) ?? { x: 0, y: 0, width: 0, height: 0 };
      const { x, y, width, height } = transformBox(own, geometry.matrixOf(this));
      return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
    },
    getTotalLength() {
      return Math.fround(lengthOf(geometry.outlineOf(this)));
    },
    getPointAtLength(length) {
      const [x, y] = pointAt(geometry.outlineOf(this), length);
      return { x, y };
    },
    getCTM() {
      const [a, b, c, d, e, f] = geometry.matrixOf(this);
      return { a, b, c, d, e, f };
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(window.Element.prototype, name, { value, configurable: true, writable: true });
  }
  for (const name of ["clientWidth", "offsetWidth"]) {
    Object.defineProperty(window.HTMLElement.prototype, name, { get: () => pageWidth, configurable: true });
  }
  installCanvas(window, metrics);
  installRealm(window);
  return { geometry, text, styles };
}

/** Cytoscape, which lays out some types, never paints its canvas, but makes room for the labels that it measures there. */
function installCanvas(window: DOMWindow, metrics: TextMetrics): void {
  const measureText = (font: string, text: string) => {
    const size = Number(/([\d.]+)px/u.exec(font)?.[1] ?? 10);
    return { width: metrics.width(text, { face: "regular", size }) };
  };
  const getContext = () => {
    let font = "";
    return new Proxy(
      {},
      {
        get: (_, name) => (name === "measureText" ? (text: string) => measureText(font, text) : () => ({ width: 0 })),
        set: (_, name, value) => {
          if (name === "font") font = String(value);
          return true;
        },
      },
    );
  };
  Object.defineProperty(window.HTMLCanvasElement.prototype, "getContext", { value: getContext, configurable: true });
}

/**
 * Makes the window's own realm repeatable: seeded chance, a clock that stands still in UTC (a
 * thread cannot have a time zone of its own), and a `structuredClone` whose
 * results are of that realm (one of the host's fails its `instanceof Map`).
 */
function installRealm(window: DOMWindow): void {
  window.eval(`{
    let seed = 1;
    Math.random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 4294967296;
    };
    const Clock = Date;
    const instant = Clock.UTC(2026, 0, 1);
    globalThis.Date = class Date extends Clock {
      constructor(...parts) {
        if (parts.length === 0) super(instant);
        else if (parts.length === 1) super(parts[0]);
        else super(Clock.UTC(...parts));
      }
      static now() { return instant; }
      getTimezoneOffset() { return 0; }
    };
    for (const name of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
      for (const verb of name === "Day" ? ["get"] : ["get", "set"]) {
        Date.prototype[verb + name] = Clock.prototype[verb + "UTC" + name];
      }
    }
    if (globalThis.performance) performance.now = () => 0;
    const clone = (value, seen) => {
      if (typeof value !== "object" || value === null) return value;
      if (seen.has(value)) return seen.get(value);
      if (value instanceof Clock) return new Date(value.getTime());
      const copy = Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : {};
      seen.set(value, copy);
      if (value instanceof Map) for (const [key, item] of value) copy.set(clone(key, seen), clone(item, seen));
      else if (value instanceof Set) for (const item of value) copy.add(clone(item, seen));
      else for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
      return copy;
    };
    globalThis.structuredClone = (value) => clone(value, new Map());
    globalThis.CSSStyleSheet ??= class CSSStyleSheet {
      cssRules = [];
      insertRule(rule) { this.cssRules.push({ cssText: rule }); return 0; }
      replaceSync() {}
    };
  }`);
}

function lengthOf(points: Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index += 1) length += distance(points[index - 1], points[index]);
  return length;
}

function pointAt(points: Point[], length: number): Point {
  let rest = Math.max(0, length);
  for (let index = 1; index < points.length; index += 1) {
    const [from, to]: [Point, Point] = [points[index - 1] ?? [0, 0], points[index] ?? [0, 0]];
    const step = distance(from, to);
    if (rest <= step && step > 0) {
      return [from[0] + ((to[0] - from[0]) * rest) / step, from[1] + ((to[1] - from[1]) * rest) / step];
    }
    rest -= step;
  }
  return points.at(-1) ?? [0, 0];
}

function distance(from: Point = [0, 0], to: Point = [0, 0]): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}
