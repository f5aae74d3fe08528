/** What an attribute may hold: a word or sentence, a presence (`enDiapositiva`), a whole number in braces. */
export type AttributeKind = "text" | "flag" | "number";

export interface ComponentRule {
  /** Attributes by name; those in {@link required} must be there. */
  attributes: Record<string, AttributeKind>;
  required: string[];
  /** `none`: written `<X />`; `some`: must have content; `any`: either. */
  content: "none" | "some" | "any";
}

const rule = (
  attributes: Record<string, AttributeKind>,
  required: string[],
  content: ComponentRule["content"],
): ComponentRule => ({ attributes, required, content });

/** Everything an author may write in MDX besides Markdown. */
export const vocabulary: Record<string, ComponentRule> = {
  Definicion: rule(
    {
      termino: "text",
      id: "text",
      ingles: "text",
      alias: "text",
      plural: "text",
      autor: "text",
      original: "text",
      detalle: "text",
      fuente: "text",
      relacionados: "text",
      noConfundir: "text",
    },
    ["termino"],
    "some",
  ),
  Cita: rule({ autor: "text", fuente: "text", detalle: "text", original: "text" }, ["autor"], "some"),
  Precision: rule({ sobre: "text", enDiapositiva: "flag" }, [], "some"),
  Historia: rule({ fecha: "text", sobre: "text", enDiapositiva: "flag" }, [], "some"),
  Nota: rule({ titulo: "text" }, [], "some"),
  Ejemplo: rule({ titulo: "text" }, [], "some"),
  Figura: rule(
    { archivo: "text", id: "text", alt: "text", licencia: "text", descripcion: "text" },
    ["archivo", "alt"],
    "any",
  ),
  Diagrama: rule({ nombre: "text", alt: "text" }, ["nombre"], "any"),
  Comparacion: rule({ titulo: "text", id: "text" }, ["titulo"], "some"),
  Pregunta: rule({ id: "text" }, ["id"], "none"),
  SoloDiapositiva: rule({}, [], "some"),
  SoloNotas: rule({}, [], "some"),
  Corte: rule({}, [], "none"),
  Junto: rule({}, [], "some"),
  Pausa: rule({}, [], "none"),
  Diapositiva: rule({ titulo: "text" }, ["titulo"], "some"),
};

/** Components that stand between paragraphs, never inside one: all of them. */
export const blockComponents: ReadonlySet<string> = new Set(Object.keys(vocabulary));

/** Components that may hold others; the rest hold text, lists, tables, formulas and code. */
export const containers: ReadonlySet<string> = new Set([
  "Nota",
  "Ejemplo",
  "SoloDiapositiva",
  "SoloNotas",
  "Junto",
  "Diapositiva",
]);
