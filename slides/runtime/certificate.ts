import type { Certificate } from "../fit/certificate.ts";

/** What the proof of this deck says of it and of the slide that is shown; it stays empty where there is none. */
export function describeFit(): HTMLElement {
  const box = document.createElement("div");
  const slide = document.querySelector(".slides > .present");
  // A deck opened from a memory stick has no files beside it.
  if (slide !== null && location.protocol !== "file:") void fill(box, slide.id);
  return box;
}

async function fill(box: HTMLElement, slideId: string): Promise<void> {
  const response = await fetch("ajuste.json").catch(() => undefined);
  if (response?.ok !== true) return;
  for (const sentence of toSentences((await response.json()) as Certificate, slideId)) {
    const line = document.createElement("p");
    line.textContent = sentence;
    box.append(line);
  }
}

function toSentences({ revisado, vistas, diapositivas }: Certificate, slideId: string): string[] {
  if (revisado === null) return [];
  const [year, month, day] = revisado.split("-").map(Number);
  const bad = diapositivas.filter(({ problemas }) => problemas.length > 0).length;
  const result = bad === 0 ? "todas entran y se leen" : `${bad} con problemas`;
  const slide = diapositivas.find(({ id }) => id === slideId);
  return [
    `Ajuste revisado el ${day}/${month}/${year}: ${diapositivas.length} diapositivas en ${vistas.length} vistas, ${result}.`,
    ...(slide === undefined ? [] : [toSentence(slide), ...new Set(slide.problemas.map(({ detalle }) => detalle))]),
  ];
}

function toSentence({ llenado, palabras, letraMenor, contrasteMenor }: Certificate["diapositivas"][number]): string {
  const parts = [
    llenado === null ? "" : `ocupa el ${Math.round(100 * llenado)} % de su lugar`,
    `${palabras} palabras`,
    letraMenor === null ? "" : `letra desde ${toNumber(letraMenor)} px`,
    `contraste desde ${toNumber(contrasteMenor)} : 1`,
  ];
  return `Esta: ${parts.filter((part) => part !== "").join(", ")}.`;
}

function toNumber(value: number): string {
  return value.toLocaleString("es-AR", { maximumFractionDigits: 1 });
}
