import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** Serves folders by the paths that they are given under, compressed as hosts do it; `port` is the system's choice. */
export async function serveCompressed(folders: Record<string, string>): Promise<{ origin: string; close: () => void }> {
  const known = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").replace(/\?.*$/u, ""));
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    try {
      if (prefix === undefined) throw new Error(path);
      let file = join(folders[prefix] ?? "", path.slice(prefix.length));
      if (statSync(file).isDirectory()) file = join(file, "index.html");
      const type = types[extname(file)] ?? "application/octet-stream";
      const isFont = type === "font/woff2";
      const body = known.get(file) ?? (isFont ? readFileSync(file) : compress(readFileSync(file)));
      known.set(file, body);
      response.writeHead(200, {
        "Content-Type": type,
        "Content-Length": body.length,
        ...(isFont ? {} : { "Content-Encoding": "br" }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function compress(content: Buffer): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
