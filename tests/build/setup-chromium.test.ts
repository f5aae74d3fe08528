import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { findChromium, launch } from "../../src/build/setup/chromium.ts";

afterEach(() => vi.unstubAllEnvs());

test("a Chromium starts, runs scripts and takes a picture", { timeout: 120_000 }, async () => {
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 320, height: 200 } });
  await page.setContent("<p>Sincronización</p>");
  expect(await page.evaluate(() => document.querySelector("p")?.getBoundingClientRect().height)).toBeGreaterThan(10);
  const picture = await page.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
});

test("the browser that CHROMIUM_PATH names comes first, then one on the PATH", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apuntes-chromium-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["mine", "chromium"]) {
    writeFileSync(join(folder, name), "#!/bin/sh\necho Chromium 150\n");
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv("PATH", folder);
  expect((await findChromium()).executablePath).toBe(join(folder, "chromium"));
  vi.stubEnv("CHROMIUM_PATH", join(folder, "mine"));
  expect((await findChromium()).executablePath).toBe(join(folder, "mine"));
});

test("a wrong CHROMIUM_PATH is told, not passed over", async () => {
  vi.stubEnv("CHROMIUM_PATH", "/no/existe");
  await expect(findChromium()).rejects.toThrow("CHROMIUM_PATH señala «/no/existe»");
});

test("the launch arguments keep the web's security", async () => {
  const { args } = await findChromium();
  expect(args).not.toContain("--disable-web-security");
  expect(args).not.toContain("--single-process");
});
