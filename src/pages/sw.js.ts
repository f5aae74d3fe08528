import type { APIRoute } from "astro";

// While writing, and until the build puts the real one in its place: a worker that an earlier build of this address left
// in the browser would show its old pages instead of what is being written.
const farewell = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));
`;

export const GET: APIRoute = () => new Response(farewell, { headers: { "content-type": "text/javascript" } });
