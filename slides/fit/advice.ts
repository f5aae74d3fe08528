import type { FaultKind, Finding } from "./finding.ts";

/** What is wrong and what an author can do about it, as two sentences in Spanish. */
export function toAdvice(finding: Finding): { message: string; remedy: string } {
  const { slide } = finding;
  return {
    message: `La diapositiva «${slide.title}»${slide.step > 0 ? `, en su paso ${slide.step},` : ""} ${toFault(finding)}.`,
    remedy: remedies[finding.kind],
  };
}

function toFault({ kind, what, value, limit, sight }: Finding): string {
  switch (kind) {
    case "sobresale":
      return `deja afuera «${what}» por ${toPixels(value)}`;
    case "toca-el-pie":
      return `baja «${what}» ${toPixels(value)} sobre la línea del pie`;
    case "cortado":
      return `corta ${toPixels(value)} de «${what}»`;
    case "letra-chica":
      return `muestra «${what}» con letra de ${toPixels(value)}, y la menor es de ${toPixels(limit)}`;
    case "encimado":
      return `encima «${what}» en ${toPixels(value)}`;
    case "roto":
      return `no puede mostrar la imagen «${what}»`;
    case "diminuto":
      return `muestra «${what}» en ${toPixels(value)}, que nadie ve`;
    case "vacio":
      return `deja en blanco la figura «${what}»`;
    case "contraste":
      return `muestra «${what}» con un contraste ${sight} de ${toNumber(value, 2)} : 1, y hacen falta ${toNumber(limit, 1)}`;
    case "palabras":
      return `tiene ${value} palabras, y caben ${limit}`;
    case "alto":
      return `ocupa ${toPixels(value)} de alto, y tiene ${toPixels(limit)}`;
  }
}

const remedies: Record<FaultKind, string> = {
  sobresale: "Conviene acortar ese texto o partir la diapositiva ahí con <Corte />.",
  "toca-el-pie": "Conviene partir la diapositiva antes de ese bloque con <Corte />.",
  cortado: "Conviene acortar ese renglón: en un listado caben 64 columnas.",
  "letra-chica": "Conviene darle menos textos a la figura, cambiarle la dirección o partirla en dos.",
  encimado: "Conviene separar esos textos: en una figura, acortarlos o cambiarle la dirección.",
  roto: "Conviene revisar la ruta del archivo de la imagen.",
  diminuto: "Conviene revisar las medidas de la figura.",
  vacio: "Conviene revisar la figura: se la dibujó sin nada adentro o del color del fondo.",
  contraste: "Conviene usar los colores del curso (los de src/styles/tokens.css) en vez de uno propio.",
  palabras: "Conviene pasar una frase a <SoloNotas> o partir la diapositiva con <Corte />.",
  alto: "Conviene acortar un bloque o partir la diapositiva con <Corte />.",
};

function toPixels(value: number): string {
  return `${toNumber(value, 1)} px`;
}

function toNumber(value: number, digits: number): string {
  return value.toLocaleString("es-AR", { maximumFractionDigits: digits });
}
