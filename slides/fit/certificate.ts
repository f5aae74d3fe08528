import { toAdvice } from "./advice.ts";
import type { SlideFact } from "./fact.ts";
import type { FaultKind, Finding } from "./finding.ts";

/** What was looked at of one deck in one window and theme. */
export interface View {
  /** “1280 × 720, claro”. */
  name: string;
  slides: SlideFact[];
  findings: Finding[];
  /** Least contrast of each slide, by id. */
  contrasts: Map<string, number>;
}

/** The proof that a deck fits, as it is published beside it. Keys are Spanish: an author reads them. */
export interface Certificate {
  mazo: string;
  /** Day on which it was made, `2026-11-26`; nothing until then. */
  revisado: string | null;
  vistas: string[];
  diapositivas: CertifiedSlide[];
  /** What is no fault, and may still be better otherwise. */
  avisos: string[];
}

export interface CertifiedSlide {
  id: string;
  titulo: string;
  palabras: number;
  pasos: number;
  /** Share of its room that the body takes, at 16:9. */
  llenado: number | null;
  /** Size in px of its smallest letters, drawings included, when it is projected. */
  letraMenor: number | null;
  contrasteMenor: number;
  problemas: { vista: string; paso: number; clase: FaultKind; detalle: string; remedio: string }[];
}

/** The proof of a deck at which nobody looked. */
export function emptyCertificate(mazo: string): Certificate {
  return { mazo, revisado: null, vistas: [], diapositivas: [], avisos: [] };
}

/** Puts together what the views of one deck showed; the first view is the slide as it was made. */
export function toCertificate(mazo: string, revisado: string, views: readonly View[], avisos: string[]): Certificate {
  const [first] = views;
  const slides = first?.slides.filter(({ step, steps }) => step === steps) ?? [];
  return {
    mazo,
    revisado,
    vistas: views.map(({ name }) => name),
    diapositivas: slides.map((slide) => toCertified(slide, views)),
    avisos,
  };
}

function toCertified(slide: SlideFact, views: readonly View[]): CertifiedSlide {
  const { id, title, words, steps, body, texts } = slide;
  const sizes = texts.filter(({ kind }) => kind !== "footer").map(({ size }) => size);
  return {
    id,
    titulo: title,
    palabras: words,
    pasos: steps,
    llenado: body === undefined ? null : round(body.measured / body.available),
    letraMenor: sizes.length === 0 ? null : round(Math.min(...sizes)),
    contrasteMenor: round(Math.min(...views.map(({ contrasts }) => contrasts.get(id) ?? 21))),
    problemas: views.flatMap(({ name, findings }) =>
      findings
        .filter((finding) => finding.slide.id === id)
        .map((finding) => {
          const { message, remedy } = toAdvice(finding);
          return { vista: name, paso: finding.slide.step, clase: finding.kind, detalle: message, remedio: remedy };
        }),
    ),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
