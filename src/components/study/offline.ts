import { base, keepValue, recallValue } from "./device.ts";

// As `offline/register.ts` reads it.
const unwanted = "sin-copia";

/** The button that takes the copy of the site off this device, and puts it back. */
export function offerOffline(): void {
  const button = document.querySelector<HTMLButtonElement>("#copia")!;
  const status = document.querySelector<HTMLElement>("#estado-de-copia")!;
  const show = () => (button.textContent = wanted() ? "Quitar la copia del sitio" : "Guardar una copia del sitio");
  show();
  if (!("serviceWorker" in navigator)) {
    button.hidden = true;
    status.textContent = "Este navegador no puede guardar el sitio.";
    return;
  }
  button.addEventListener("click", () => void change());

  async function change(): Promise<void> {
    try {
      if (wanted()) {
        keepValue(unwanted, "1");
        await forget();
        status.textContent = "Se quitó la copia. El sitio necesita conexión.";
      } else {
        keepValue(unwanted, undefined);
        await navigator.serviceWorker.register(`${base}sw.js`);
        await navigator.serviceWorker.ready;
        status.textContent = "La copia está guardada: el sitio funciona sin conexión.";
      }
    } catch {
      status.textContent = "El navegador no deja guardar el sitio.";
    }
    show();
  }
}

function wanted(): boolean {
  return recallValue(unwanted) === undefined;
}

async function forget(): Promise<void> {
  const scope = new URL(base, location.href).href;
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope === scope) await registration.unregister();
  }
  for (const name of await caches.keys()) if (name.startsWith(`apuntes:${base}:copia:`)) await caches.delete(name);
}
