import { openConsole } from "./console.ts";

const name = new URLSearchParams(location.search).get("mazo") ?? "";
const base = document.documentElement.dataset["base"] ?? "/";

if (/^[a-z0-9-]+$/u.test(name)) void start();

async function start(): Promise<void> {
  const response = await fetch(`${base}diapositivas/${name}/notas/`).catch(() => undefined);
  if (response?.ok !== true) return fail();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const sections = [...page.querySelectorAll<HTMLElement>("[data-diapositiva]")];
  document.querySelector("#eleccion")?.remove();
  document.querySelector<HTMLElement>("#consola")!.hidden = false;
  openConsole({
    name,
    title: page.querySelector("main")?.dataset["titulo"] ?? name,
    channel: page.querySelector("main")?.dataset["canal"] ?? "",
    slides: sections.map((section) => ({
      id: section.dataset["diapositiva"] ?? "",
      title: section.querySelector("h2")?.lastChild?.textContent?.trim() ?? "",
      seconds: Number(section.dataset["segundos"]),
      opens: "abre" in section.dataset,
    })),
    notes: sections.map(toNotes),
  });
}

function toNotes(section: HTMLElement): DocumentFragment {
  const notes = document.createDocumentFragment();
  notes.append(...[...section.children].filter(({ tagName }) => tagName !== "H2"));
  if (!notes.hasChildNodes()) notes.append(Object.assign(document.createElement("p"), { textContent: "Sin notas." }));
  return notes;
}

function fail(): void {
  const words = document.querySelector<HTMLElement>("#falla")!;
  words.textContent = `No se pudo abrir el mazo «${name}». Estos son los que hay:`;
  words.hidden = false;
}
