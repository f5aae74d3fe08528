import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FaultKind } from "../../slides/fit/finding.ts";
import { contrastBetween } from "../../slides/fit/pixels.ts";
import { inspect, windows } from "../../src/build/deck-inspection.ts";
import { launch } from "../../src/build/setup/chromium.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const seed = Number(process.env["SEMILLA"] ?? 2026);
const random = toRandom(seed);
const between = (least: number, most: number) => least + (most - least) * random();

/** A slide with one thing in it, at a size on one side of the limit. */
interface Case {
  body: string;
  height?: number;
}

/** Each fault: what it has to be found as, and a slide that has it or stays just within the limit. */
const faults: Record<string, { kind: FaultKind; draw: (bad: boolean) => Case }> = {
  "words beyond the edge": {
    kind: "sobresale",
    draw: (bad) => ({
      body: `<p style="position:absolute;top:${between(150, 600)}px;right:${-(bad ? between(1.3, 90) : between(-90, 0.8))}px">afuera</p>`,
    }),
  },
  "a body on the footer": {
    kind: "toca-el-pie",
    draw: (bad) => ({
      body: `<p style="position:absolute;left:${between(80, 800)}px;bottom:${720 - 666 - (bad ? between(1.3, 50) : between(-90, 0.8))}px;line-height:normal">abajo</p>`,
    }),
  },
  "words cut off by their box": {
    kind: "cortado",
    draw: (bad) => ({
      body: `<div style="position:absolute;left:${between(80, 700)}px;top:${between(150, 550)}px;width:200px;height:48px;overflow:hidden">
        <p style="position:absolute;right:${-(bad ? between(2.3, 150) : between(-60, 1.7))}px">cortada</p></div>`,
    }),
  },
  "a listing that scrolls": {
    kind: "cortado",
    draw: (bad) => ({
      body: `<pre style="position:absolute;top:${between(150, 550)}px;width:${between(200, 900)}px;height:36px;overflow-x:auto"><code style="position:absolute;right:${-(bad ? between(2.3, 120) : between(-60, 1.7))}px">listado</code></pre>`,
    }),
  },
  "a fragment that sticks out once it appears": {
    kind: "sobresale",
    draw: (bad) => ({
      body: `<p>Antes</p><p class="fragment" data-fragment-index="1" style="position:absolute;top:${between(200, 600)}px;left:${-(bad ? between(1.3, 90) : between(-90, 0.8))}px">después</p>`,
    }),
  },
  "small letters": {
    kind: "letra-chica",
    draw: (bad) => ({
      body: `<p style="position:absolute;left:${between(0, 900)}px;top:${between(150, 550)}px;font-size:${bad ? between(9, 27.8) : between(27.95, 60)}px">letra</p>`,
    }),
  },
  "small letters by the matrix of their drawing": {
    kind: "letra-chica",
    draw: (bad) => {
      const own = between(8, 60);
      const scale = (bad ? between(5, 19.8) : between(19.95, 30)) / own;
      const turn = Math.round(between(0, 3)) * 90;
      return {
        body: `<svg width="${120 * scale}" height="${120 * scale}" viewBox="0 0 120 120"><g transform="rotate(${turn} 60 60)"><text x="30" y="65" font-size="${own}">ab</text></g></svg>`,
      };
    },
  },
  "words over words": {
    kind: "encimado",
    draw: (bad) => {
      const top = between(150, 550);
      const right = between(300, 900);
      const left = 1280 - right - (bad ? between(4.3, 60) : between(-60, 3.7));
      return {
        body: `<p style="position:absolute;top:${top}px;right:${right}px">encima</p><p style="position:absolute;top:${top + between(0, 20)}px;left:${left}px">debajo</p>`,
      };
    },
  },
  "a drawing too small to be seen": {
    kind: "diminuto",
    draw: (bad) => {
      const size = bad ? between(8, 39.5) : between(40.5, 300);
      return { body: `<svg width="${size}" height="${size}" viewBox="-8 -8 16 16"><circle r="6"/></svg>` };
    },
  },
  "pale words": { kind: "contraste", draw: (bad) => drawPale(bad, false) },
  "pale words in a drawing": { kind: "contraste", draw: (bad) => drawPale(bad, true) },
  "a drawing with nothing in it": {
    kind: "vacio",
    draw: (bad) => ({
      body: `<svg width="${between(60, 500)}" height="${between(60, 90)}"><circle cx="30" cy="30" r="${between(1.5, 20)}" fill="${bad ? "#ffffff" : "#cccccc"}"/></svg>`,
      height: 160,
    }),
  },
  "too many words": {
    kind: "palabras",
    draw: (bad) => ({ body: `<p>${"uno ".repeat(bad ? between(71, 90) : between(1, 70))}</p>` }),
  },
};

const count = 20;

test(`each fault is found above its limit and not below, at ${count} sizes and places of seed ${seed}`, async () => {
  const cases = Object.entries(faults).flatMap(([name, { kind, draw }]) =>
    [true, false].flatMap((bad) =>
      Array.from({ length: count }, (_, index) => ({ id: `${name} ${bad} ${index}`, kind, bad, ...draw(bad) })),
    ),
  );
  const [window] = windows;
  const page = await browser.newPage({ viewport: { width: 1280, height: 5760 } });
  await page.setContent(`<style>
    body { margin: 0 } p, pre { margin: 0 } pre, code { font: 24px/36px monospace } svg { display: block }
    .slides > section { position: relative; width: 1280px; font: 32px/48px sans-serif; overflow: clip; contain: layout }
    .fragment:not(.visible) { visibility: hidden } footer { position: absolute; top: 666px } footer svg { height: 24px }
    </style><div class="slides">${cases
      .map(
        ({ id, body, height = 720 }) =>
          `<section id="${id}" data-forma="pila" aria-label="1 de 1: x" style="height:${height}px"><div class="cuerpo">${body}</div>${height < 720 ? "" : "<footer><svg></svg></footer>"}</section>`,
      )
      .join("")}</div>`);
  const areColours = (id: string) => faults[id.replace(/ \w+ \d+$/u, "")]!.kind;
  const { findings } = await inspect(page, window!, "claro", ({ id }) =>
    ["contraste", "vacio"].includes(areColours(id)),
  );
  await page.close();

  const wrong = cases.filter(({ id, kind, bad }) => {
    const found = findings.filter(({ slide }) => slide.id === id);
    return bad ? !found.some((one) => one.kind === kind) : found.some((one) => one.kind === kind);
  });
  expect(wrong).toEqual([]);
  // What stands just within every limit is found to be nothing else either.
  const clean = new Set(cases.filter(({ bad }) => !bad).map(({ id }) => id));
  expect(findings.filter(({ slide }) => clean.has(slide.id)).map(({ kind, slide }) => `${kind} ${slide.id}`)).toEqual(
    [],
  );
  console.log(`${cases.length} slides with seed ${seed}`);
});

function drawPale(bad: boolean, inDrawing: boolean): Case {
  const size = between(28, 44);
  const limit = size >= 32 ? 3 : 4.5;
  const ground = Math.round(between(215, 255));
  const ratio = bad ? between(1.2, limit - 0.25) : between(limit + 0.45, 9);
  const letter = Array.from({ length: 256 }, (_, value) => value).reduce((best, value) =>
    Math.abs(contrastOf(value, ground) - ratio) < Math.abs(contrastOf(best, ground) - ratio) ? value : best,
  );
  const place = `position:absolute;left:${between(0, 900)}px;top:${between(0, 60)}px;background:rgb(${ground},${ground},${ground})`;
  const colour = `rgb(${letter},${letter},${letter})`;
  const body = inDrawing
    ? `<svg style="${place}" width="240" height="70"><text x="10" y="50" font-size="${size}" fill="${colour}">palabra</text></svg>`
    : `<p style="${place};color:${colour};font-size:${size}px">palabra</p>`;
  return { body, height: 160 };
}

function contrastOf(one: number, other: number): number {
  return contrastBetween([one, one, one], [other, other, other]);
}

// Mulberry32: numbers from 0 to 1 that a seed repeats.
function toRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
