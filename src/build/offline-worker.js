// The service worker: keeps one whole build on the device, and answers from it with or without a connection.
// `offline.ts` writes it into the site with the list of the files of the build in the place of `{}`; see there.
const files = {};
const version = "";

const base = new URL("./", self.location.href).pathname;
// Pages of one user share an origin on GitHub Pages.
const prefix = `apuntes:${base}:copia:`;
const name = prefix + version;
// Where a copy keeps its own list.
const list = `${base}sw.json`;

self.addEventListener("install", (event) => event.waitUntil(keepBuild()));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const other of await otherCopies()) await caches.delete(other);
      await self.clients.claim();
    })(),
  ),
);

// Whoever reads decides when a new build takes the place of the old one.
self.addEventListener("message", ({ data }) => {
  if (data === "usar") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin || !pathname.startsWith(base)) return;
  event.respondWith(answer(event.request, pathname));
});

// Everything or nothing: a file that is not the one of this build, as while a new one is being published, ends the
// installation, and the browser tries again at a later visit.
async function keepBuild() {
  const cache = await caches.open(name);
  const old = await readOldCopy();
  const waiting = Object.entries(files);
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [path, hash] = next;
      const address = base + path;
      const kept = old.files[path] === hash ? await old.cache.match(address) : undefined;
      await cache.put(address, kept ?? (await download(address, hash)));
    }
  };
  // As many at once as a browser asks of one host. When one fails nothing more is asked, and what is under way ends.
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => work().finally(() => waiting.splice(0))));
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (failed !== undefined) {
    await caches.delete(name);
    throw failed.reason;
  }
  await cache.put(list, new Response(JSON.stringify(files)));
}

async function download(address, hash) {
  const response = await fetch(address, { cache: "no-cache", redirect: "error" });
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || !found.startsWith(hash)) throw new Error(`${address} is not of this build.`);
  return response;
}

async function readOldCopy() {
  for (const other of await otherCopies()) {
    const cache = await caches.open(other);
    const kept = await cache.match(list);
    if (kept !== undefined) return { cache, files: await kept.json() };
  }
  return { cache: undefined, files: {} };
}

async function otherCopies() {
  return (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
}

async function answer(request, pathname) {
  const path = pathname.slice(base.length);
  if (Object.hasOwn(files, path)) {
    const kept = await caches.match(base + path, { cacheName: name });
    if (kept !== undefined) return kept;
  }
  // As the server does with the address of a folder.
  if (Object.hasOwn(files, `${path}/`)) return Response.redirect(`${pathname}/${new URL(request.url).search}`, 301);
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === "navigate" && (await caches.match(`${base}404.html`, { cacheName: name }));
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}
