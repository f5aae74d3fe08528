import { beforeAll, expect, test } from "vitest";
import { planSeconds, usualPace } from "../../slides/plan.ts";
import { loadTextMetrics } from "../../src/build/text-metrics.ts";
import type { TextMetrics } from "../../src/course/text-metrics.ts";
import { cut } from "./cut.ts";

let metrics: TextMetrics;
beforeAll(async () => void (metrics = await loadTextMetrics(process.cwd())));

const words = (count: number) => Array.from({ length: count }, (_, index) => `palabra${index}`).join(" ");
const section = (id: string, said: number) =>
  `<h2 id="${id}">${id}</h2><ul><li>uno dos</li><li>tres</li></ul><p>${words(said)}</p>`;
const plan = (html: string, minutes: [string, number][] = [], pace = usualPace) =>
  planSeconds(cut(html, metrics).slides, { pace, minutes: new Map(minutes) });

test("a slide takes the time of its words, shown and said", () => {
  const [cover, first, second] = plan(section("a", 280) + section("b", 140));
  expect(cover).toBe(8);
  // The words of the title and the list, and those that are said, at 140 a minute.
  expect(first).toBeGreaterThan(120);
  expect(first).toBeLessThan(125);
  expect(first! - second!).toBeCloseTo(60, -0.5);
});

test("a faster teacher needs less", () => {
  const [, slow] = plan(section("a", 400), [], 100);
  const [, fast] = plan(section("a", 400), [], 200);
  expect(fast! / slow!).toBeCloseTo(0.5, 1);
});

test("a question waits for an answer, a table is looked at", () => {
  const table = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>uno dos tres</td></tr></tbody></table>";
  const [, plain] = plan(section("a", 60));
  const [, looked] = plan(section("a", 60).replace("<p>", `${table}<p>`));
  expect(looked! - plain!).toBeGreaterThanOrEqual(10);
});

test("the minutes of a lesson are met to the second, whatever its slides", () => {
  for (const minutes of [1, 7.5, 40, 90]) {
    const seconds = plan(section("a", 100) + section("b", 333) + section("c", 1), [["prueba", minutes]]);
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(minutes * 60);
  }
});
