import { readStored } from "../storage.ts";

/** Name under which this device keeps that no copy of the site is wanted. */
const unwanted = "sin-copia";

const address = `${document.documentElement.dataset["base"] ?? "/"}sw.js`;

/** Keeps the site for use without a connection: after the page is loaded, when nothing else is to be done. */
export function keepOffline(): void {
  if (import.meta.env.DEV || !("serviceWorker" in navigator) || readStored(unwanted) !== undefined) return;
  // Who asked the browser to spare data did not ask for the rest of the site.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  addEventListener("load", () => setTimeout(() => void register().catch(() => undefined), 1000));
}

// Rejects when the browser refuses, as in a private window.
async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register(address);
  const offer = () => {
    if (registration.waiting === null || navigator.serviceWorker.controller === null) return;
    void import("./new-version.ts").then(({ offerNewVersion }) => offerNewVersion(registration));
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
}
