import { encode } from "uqr";
import { make, openDialog } from "./dialog.ts";

/** White modules around the code, without which a phone does not see where it begins. */
const margin = 4;

let open: HTMLDialogElement | undefined;

/** Shows or hides a code with the address of the present slide's section in the notes. */
export function toggleCode(): void {
  if (open?.isConnected === true) return open.close();
  const address = toAddress();
  const words = make(
    "p",
    ...address
      .replace(/^https?:\/\//u, "")
      .split(/(?<=\/)/u)
      .flatMap((step) => [step, make("wbr")]),
  );
  words.className = "direccion";
  const warning = isLocal(new URL(address))
    ? [make("p", "Esta copia del sitio solo se abre en esta computadora.")]
    : [];
  open = openDialog("El apunte de esta diapositiva", draw(address), words, ...warning);
  open.classList.add("codigo-qr");
  open.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "q") open?.close();
  });
}

// The phones in the room do not reach a site that this computer serves to itself: they read the published one.
function toAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  const place = document.querySelector(".slides > .present .al-apunte")?.getAttribute("href");
  const fallback = new URL("../../lecciones/", canonical).pathname;
  return new URL(place ?? fallback, isLocal(location) ? canonical : location.href).href;
}

function isLocal({ protocol, hostname }: { protocol: string; hostname: string }): boolean {
  return protocol === "file:" || /^(localhost|127\.|\[::1\])/u.test(hostname);
}

function draw(address: string): SVGSVGElement {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const whole = size + 2 * margin;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${whole} ${whole}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "Código QR");
  const modules = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + margin} ${y + margin}h1v1h-1z`] : [])),
  );
  for (const [d, fill] of [
    [`M0 0h${whole}v${whole}h${-whole}z`, "#ffffff"],
    [modules.join(""), "#000000"],
  ] as const) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    path.setAttribute("fill", fill);
    svg.append(path);
  }
  return svg;
}
