import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";
import { readAddress } from "../site-address.ts";

export interface ServeOptions {
  /** The folder to serve, or a link to it: it is read afresh at every request, so a new build shows at once. */
  root: string;
  /** Begins and ends with `/`. */
  base: string;
  /** 0 lets the system choose. */
  port: number;
  /** Whether to try the following ports while the asked one is taken. */
  nextFree?: boolean;
}

export interface Served {
  /** Address of the first page, with base and final `/`. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site to this machine the way GitHub Pages does: under its base, a folder without its final `/` as a
 * redirection (301), `x` as `x.html`, no hidden files, and 404.html with status 404. Browsers ask again for every file.
 * Throws when the port is taken.
 */
export async function serve({ root, base, port, nextFree = false }: ServeOptions): Promise<Served> {
  const files = sirv(root, { dev: true, etag: true });

  const server = createServer((request, response) => {
    const [, path = "/", query = ""] = /^([^?]*)(.*)$/s.exec(request.url ?? "/") ?? [];
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
    if (path === base.slice(0, -1)) return redirect(response, base, query);
    if (!path.startsWith(base)) return refuse(response, base);

    const inside = path.slice(base.length);
    const kind = readKind(root, inside);
    if (kind === "hidden") return sendNotFound(root, response);
    if (kind === "folder" && inside !== "" && !inside.endsWith("/")) return redirect(response, `${path}/`, query);
    if (kind !== "folder" && inside.endsWith("/")) return sendNotFound(root, response);
    request.url = kind === "folder" ? `/${inside}index.html` : `/${inside}`;
    files(request, response, () => sendNotFound(root, response));
  });

  const used = await listen(server, port, nextFree);
  return {
    url: `http://localhost:${used}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function redirect(response: ServerResponse, path: string, query: string): void {
  response.writeHead(301, { Location: `${path}${query}` }).end();
}

// Outside the base another site would answer: nothing of ours, so that a link without base is noticed.
function refuse(response: ServerResponse, base: string): void {
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="es-AR"><title>404</title><p>El sitio está en <a href="${base}">${base}</a>.`,
  );
}

function sendNotFound(root: string, response: ServerResponse): void {
  let page: Buffer | string = "404";
  try {
    page = readFileSync(join(root, "404.html"));
  } catch {
    // A site without that page still answers with the status.
  }
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8", "Content-Length": page.length }).end(page);
}

function readKind(root: string, path: string): "folder" | "other" | "hidden" {
  try {
    const decoded = decodeURIComponent(path);
    if (decoded.split(/[\\/]/).some((step) => step.startsWith(".") && step !== ".well-known")) return "hidden";
    return statSync(join(root, decoded)).isDirectory() ? "folder" : "other";
  } catch {
    return "other";
  }
}

function listen(server: Server, port: number, nextFree: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let wanted = port;
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (!nextFree || error.code !== "EADDRINUSE" || wanted >= port + 100) return reject(error);
      wanted += 1;
      server.listen(wanted, "localhost");
    });
    server.on("listening", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : wanted);
    });
    server.listen(wanted, "localhost");
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { base } = readAddress(process.cwd());
  const { url } = await serve({ root: "dist", base, port: 4321, nextFree: true });
  console.log(`Listo: ${url}`);
}
