import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { launch } from "../setup/chromium.ts";
import { readAddress } from "../site-address.ts";
import { serveCompressed } from "./compressed-server.ts";
import { measureFirstPaint, measureLoad, measureSteps, median, quantile, type Work } from "./measure.ts";
import { readDeck, readPlainSlides, writeMarp, writeReveal, writeSynthetic } from "./rivals.ts";

/**
 * `npm run bench [mazo]`: a deck of ours beside a plain Reveal 6 deck and a Marp deck of the same slides, and a deck of
 * 500 slides beside one of 30; prints what was measured and what was promised. Exit code 1 where a promise is broken.
 */
const [deck = "docker"] = process.argv.slice(2);
const rounds = 5;

interface Pledge {
  name: string;
  value: number;
  limit: number;
  unit: string;
}

console.log("Armar el sitio");
await promisify(execFile)(process.execPath, ["src/build/build.ts"], { maxBuffer: 1e8 });
const { base } = readAddress(process.cwd());
const folder = mkdtempSync(join(tmpdir(), "mazos-"));
const html = readDeck("dist", deck);
const slides = readPlainSlides(html);
writeReveal(join(folder, "reveal"), slides);
writeMarp(join(folder, "marp"), slides);
for (const count of [30, 500]) writeSynthetic(join(folder, String(count)), html, count);
const { origin, close } = await serveCompressed({ "/-/": folder, [base]: "dist" });
const browser = await launch();
const rivals = [
  { name: "este mazo", address: `${origin}${base}diapositivas/${deck}/`, hasKeys: true },
  { name: "Reveal 6", address: `${origin}/-/reveal/`, hasKeys: true },
  { name: "Marp", address: `${origin}/-/marp/`, hasKeys: false },
];
try {
  console.log(`${slides.length} diapositivas de «${deck}», mediana de ${rounds} vueltas`);
  const paints = new Map<string, number>();
  const steps = new Map<string, Work[]>();
  for (const { name, address, hasKeys } of rivals) {
    paints.set(name, await repeat(() => measureFirstPaint(browser, address)));
    if (hasKeys) steps.set(name, await measureSteps(browser, address, 30));
    console.log(toRow(name, paints.get(name) ?? Number.NaN, steps.get(name)));
  }
  const own = steps.get("este mazo") ?? [];
  const promises: Pledge[] = [
    {
      name: "primera diapositiva, contra Reveal",
      value: (paints.get("este mazo") ?? Number.NaN) / (paints.get("Reveal 6") ?? Number.NaN),
      limit: 0.5,
      unit: "×",
    },
    { name: "script de next()", value: median(own.map(({ script }) => script)), limit: 4, unit: "ms" },
    { name: "p95 por cuadro", value: quantile(own.map(toFrame), 0.95), limit: 6, unit: "ms" },
    ...(await measureLong(browser)),
  ];
  for (const { name, value, limit, unit } of promises) {
    console.log(`${value <= limit ? "✓" : "✗"} ${name}: ${toNumber(value)} ${unit} (hasta ${toNumber(limit)})`);
  }
  if (promises.some(({ value, limit }) => !(value <= limit))) process.exitCode = 1;
} finally {
  await browser.close();
  close();
  rmSync(folder, { recursive: true, force: true });
}

/** The deck of 500 slides, against its HTML without script and the script of one of 30. */
async function measureLong(inside: Browser): Promise<Pledge[]> {
  const load = (count: number, scripts: boolean) =>
    repeat(async () => (await measureLoad(inside, `${origin}/-/${count}/`, scripts)).task);
  const long = await load(500, true);
  const bare = await load(500, false);
  const script = (await load(30, true)) - (await load(30, false));
  const next = async (count: number, from: number) => {
    const id = readSlideId(join(folder, String(count)), from);
    return median((await measureSteps(inside, `${origin}/-/${count}/#/${id}`, 20)).map(toFrame));
  };
  return [
    { name: "cargar 500, contra su HTML y el script de 30", value: long / (bare + script), limit: 1.15, unit: "×" },
    {
      name: "next() en la 250 de 500, contra 30",
      value: (await next(500, 250)) / (await next(30, 5)),
      limit: 1.2,
      unit: "×",
    },
  ];
}

function readSlideId(from: string, index: number): string {
  const ids = [...readFileSync(join(from, "index.html"), "utf8").matchAll(/<section id="([^"]+)"/gu)].map(
    ([, id]) => id,
  );
  return ids[index] ?? "";
}

async function repeat(measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measure());
  return median(values);
}

function toFrame({ script, style, layout }: Work): number {
  return script + style + layout;
}

function toRow(name: string, paint: number, works: readonly Work[] | undefined): string {
  const cells = [name.padEnd(10), `primera ${toNumber(paint)} ms`];
  if (works !== undefined) {
    cells.push(
      `next() ${toNumber(median(works.map(({ script }) => script)))} ms de script`,
      `p95 ${toNumber(quantile(works.map(toFrame), 0.95))} ms por cuadro`,
    );
  }
  return cells.join(" | ");
}

function toNumber(value: number): string {
  return value.toLocaleString("es-AR", { maximumFractionDigits: 2 });
}
