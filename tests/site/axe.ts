import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const { resolve } = createRequire(import.meta.url);
const source = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const spanish = JSON.parse(readFileSync(resolve("axe-core/locales/es.json"), "utf8")) as object;

type AxeWindow = { axe: typeof axe };

/** Every rule that a machine can check. */
export const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A theme changes colours and nothing else. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong in the page as it is now, in words. */
export async function findViolations(page: Page, rules: readonly string[] = allRules): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(source);
    await page.evaluate((locale) => (window as unknown as AxeWindow).axe.configure({ locale }), spanish);
  }
  const results: AxeResults = await page.evaluate(
    (values) =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: [...values],
        resultTypes: ["violations"],
      }),
    rules,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}
