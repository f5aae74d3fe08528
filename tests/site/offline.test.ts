import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { toOfflineFiles, writeServiceWorker } from "../../src/build/offline.ts";
import { readManifest } from "../../src/build/published.ts";
import { launch } from "../../src/build/setup/chromium.ts";
import { serve } from "../../src/build/setup/serve.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test("a copy is less than two megabytes on the way, and holds no downloads", async () => {
  const folder = inject("siteFolder");
  const files = Object.keys(toOfflineFiles(await readManifest(folder)));
  expect(files).toEqual(
    expect.arrayContaining(["", "buscar/", "repaso/", "repaso/tarjetas.json", "tema.js", "404.html"]),
  );
  expect(files.filter((path) => /descargas|social|sw\.js|index\.html/.test(path))).toEqual([]);
  const sizes = files.map((path) => {
    const content = readFileSync(join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path));
    return gzipSync(content).length;
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`Offline copy: ${files.length} files, ${Math.round(total / 1000)} kB with gzip`);
  expect(total).toBeLessThan(2_000_000);
});

test("after the first visit a lesson, a deck, the search and the study work with the server gone, until told to forget", async () => {
  const server = await serve({ root: inject("siteFolder"), base: "/sd/", port: 0 });
  const page = await visit(server.url);
  await server.close();

  await page.goto(`${server.url}lecciones/topologias/`);
  expect(await page.locator("h1").innerText()).toBe("Topologías de comunicación");
  expect(await page.evaluate(() => document.fonts.check("16px Chivo"))).toBe(true);
  await page.goto(`${server.url}diapositivas/topologias/`);
  await page.locator(".reveal.ready").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector(".present h2") !== null);
  await page.goto(`${server.url}buscar/?q=anillo`);
  await page.locator("#resultados[aria-busy=false]").waitFor();
  expect(await page.locator("#resultados").innerText()).toContain("Topología en anillo");
  expect(await page.locator("main").innerText()).not.toContain("no cargó");
  // As the server does with the address of a folder.
  await page.goto(`${server.url}repaso`);
  expect(page.url()).toBe(`${server.url}repaso/`);
  await page.locator("[data-sesion=topologias]").click();
  await page.locator("#frente").waitFor();
  await page.keyboard.press("Escape");
  await page.goto(`${server.url}no-existe/`);
  expect(await page.locator("h1").innerText()).toBe("No hubo respuesta");

  await page.goto(`${server.url}repaso/`);
  await page.locator("#copia").click();
  await expect.poll(() => page.locator("#estado-de-copia").innerText()).toContain("Se quitó la copia");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await expect(page.goto(`${server.url}glosario/`)).rejects.toThrow("ERR_CONNECTION_REFUSED");
});

test("a new build is kept whole beside the old one, fetching only what changed, and is used when asked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apuntes-copia-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(realpathSync(inject("siteFolder")), folder, { recursive: true });
  const server = await serve({ root: folder, base: "/sd/", port: 0 });
  onTestFinished(() => server.close());
  const page = await visit(server.url);
  const before = await page.evaluate(() => caches.keys());
  expect(before).toHaveLength(1);

  const glossary = join(folder, "glosario/index.html");
  const written = readFileSync(glossary, "utf8");
  const update = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  // Half published: the worker is there, one of its files is not yet.
  writeFileSync(glossary, written.replace("<h1>Glosario</h1>", "<h1>Glosario nuevo</h1>"));
  await writeServiceWorker(folder);
  writeFileSync(glossary, written);
  await page.evaluate(failToUpdate);
  expect(await page.evaluate(() => caches.keys())).toEqual(before);

  writeFileSync(glossary, written.replace("<h1>Glosario</h1>", "<h1>Glosario nuevo</h1>"));
  await update();
  const use = page.locator(".version-nueva button");
  await use.waitFor();
  await page.goto(`${server.url}glosario/`);
  expect(await page.locator("h1").innerText()).toBe("Glosario");
  await Promise.all([page.waitForEvent("load"), use.click()]);
  await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Glosario nuevo");
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
  expect(await page.evaluate(() => caches.keys())).not.toEqual(before);
});

/** Runs in the page: asks for the new worker, and waits until it has given up. */
async function failToUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const found = Promise.withResolvers<ServiceWorker>();
  registration.addEventListener("updatefound", () => found.resolve(registration.installing!), { once: true });
  void registration.update();
  const worker = await found.promise;
  const ended = Promise.withResolvers<void>();
  const look = () => worker.state === "redundant" && ended.resolve();
  worker.addEventListener("statechange", look);
  look();
  await ended.promise;
}

/** A first visit in a window of its own, until the copy is whole. */
async function visit(url: string): Promise<Page> {
  const context = await browser.newContext({ locale: "es-AR" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", undefined, {
    timeout: 60_000,
  });
  return page;
}
