import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../../src/build/setup/serve.ts";
import type { Served } from "../../src/build/setup/serve.ts";

const root = mkdtempSync(join(tmpdir(), "apuntes-serve-"));
const dist = join(root, "dist");
let served: Served;

beforeAll(async () => {
  writeSite("one");
  symlinkSync("one", dist);
  writeFileSync(join(root, "secret.txt"), "secret");
  served = await serve({ root: dist, base: "/apuntes/", port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

test("folders, pages without extension and files, under the base", async () => {
  expect(await get("/apuntes/")).toMatchObject({ status: 200, body: "home of one" });
  expect(await get("/apuntes/glosario/")).toMatchObject({ status: 200, body: "glossary" });
  expect(await get("/apuntes/buscar")).toMatchObject({ status: 200, body: "search" });
  expect((await get("/apuntes/a%C3%B1o.css")).type).toBe("text/css");
});

test("a folder without its final slash is a redirection that keeps the query", async () => {
  expect(await get("/apuntes")).toMatchObject({ status: 301, location: "/apuntes/" });
  expect(await get("/apuntes/glosario?a=1?b")).toMatchObject({ status: 301, location: "/apuntes/glosario/?a=1?b" });
});

test.each(["/apuntes/nada", "/apuntes/nada/", "/apuntes/buscar/", "/apuntes/.oculto", "/apuntes/vacia/"])(
  "%s is the site's own 404",
  async (path) => expect(await get(path)).toMatchObject({ status: 404, body: "not found" }),
);

test.each([
  "/",
  "/otro/",
  "/glosario/",
  "/apuntes/../secret.txt",
  "/apuntes/%2e%2e/secret.txt",
  "/apuntes/..%2fsecret.txt",
])("%s shows nothing outside the site", async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(body).not.toContain("secret");
});

test("a new build shows without a restart", async () => {
  writeSite("two");
  symlinkSync("two", join(root, "next"));
  renameSync(join(root, "next"), dist);
  expect((await get("/apuntes/")).body).toBe("home of two");
});

test("a taken port is an error, or moves to the next one", async () => {
  const port = Number(new URL(served.url).port);
  await expect(serve({ root: dist, base: "/", port })).rejects.toThrow("EADDRINUSE");
  const other = await serve({ root: dist, base: "/", port, nextFree: true });
  expect(other.url).toMatch(/^http:\/\/localhost:\d+\/$/);
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.close();
});

function writeSite(name: string): void {
  const site = join(root, name);
  mkdirSync(join(site, "glosario"), { recursive: true });
  mkdirSync(join(site, "vacia"));
  writeFileSync(join(site, "index.html"), `home of ${name}`);
  writeFileSync(join(site, "404.html"), "not found");
  writeFileSync(join(site, "buscar.html"), "search");
  writeFileSync(join(site, "glosario/index.html"), "glossary");
  writeFileSync(join(site, "año.css"), "a{}");
  writeFileSync(join(site, ".oculto"), "secret");
}

// Not `fetch`, which would tidy the path before sending it.
function get(path: string): Promise<{ status: number; body: string; location?: string; type?: string }> {
  const { port, hostname } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => {
        const { location, "content-type": type } = response.headers;
        resolve({ status: response.statusCode ?? 0, body, ...(location && { location }), ...(type && { type }) });
      });
    });
    sent.on("error", reject).end();
  });
}
