/**
 * What an attribute may hold: a word or sentence, a presence (`enDiapositiva`), a whole number in braces, one of the
 * known words or several of them separated by commas, a whole number in braces within bounds.
 */
export type AttributeKind = "text" | "flag" | "number" | Choice | Count;

export interface Choice {
  words: readonly string[];
  several: boolean;
}

export interface Count {
  from: number;
  to: number;
}

export interface ComponentRule {
  /** Attributes by name; those in {@link required} must be there. */
  attributes: Record<string, AttributeKind>;
  required: string[];
  /** `none`: written `<X />`; `some`: must have content; `any`: either. */
  content: "none" | "some" | "any";
  /** It is a teaching island, numbered as a figure: its content is the caption. */
  island?: true;
}

const rule = (
  attributes: Record<string, AttributeKind>,
  required: string[],
  content: ComponentRule["content"],
): ComponentRule => ({ attributes, required, content });

const oneOf = (...words: string[]): Choice => ({ words, several: false });
const someOf = (...words: string[]): Choice => ({ words, several: true });

/** An island: its attributes are the fields of its address, and none is required. */
const islandRule = (attributes: Record<string, AttributeKind>): ComponentRule => ({
  ...rule({ id: "text", ...attributes }, [], "any"),
  island: true,
});

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
  CurvasDeMoore: islandRule({
    series: someOf("transistores", "frecuencia", "potencia", "nucleos", "hilos"),
    escala: oneOf("logaritmica", "lineal"),
    seleccion: oneOf("todos", "cpu", "una-pastilla", "confianza-alta"),
    apuesta: oneOf("pendiente", "salteada"),
  }),
  Topologias: islandRule({
    redes: someOf(
      "bus",
      "estrella",
      "estrella-switch",
      "arbol",
      "malla",
      "malla-parcial",
      "cubo",
      "secuencial",
      "anillo",
      "anillo-unidireccional",
      "hibrida",
      "descentralizada",
      "distribuida",
    ),
    nodos: { from: 4, to: 64 },
    caidas: "text",
    semilla: { from: 1, to: 9999 },
    paso: { from: 0, to: 240 },
    latido: { from: 1, to: 6 },
    espera: { from: 2, to: 12 },
    perdida: { from: 0, to: 40 },
    trafico: oneOf("par", "todos"),
    de: { from: 1, to: 64 },
    a: { from: 1, to: 64 },
    apuesta: oneOf("saltar"),
    curva: oneOf("azar", "ataque"),
    desafio: oneOf("partir", "mitades"),
  }),
  Relojes: islandRule({ ejecucion: "text", elegido: "text", apuesta: oneOf("pendiente", "salteada") }),
  Capas: islandRule({
    lineas: "text",
    archivo: "text",
    guion: "text",
    vista: oneOf("imagen", "A", "B"),
    ruta: "text",
    apuesta: oneOf("pendiente", "salteada"),
  }),
  Pisos: islandRule({
    pila: oneOf("tipo1", "tipo2", "contenedores"),
    unidades: { from: 1, to: 3 },
    proceso: "text",
    propios: someOf("pid", "net", "mnt", "user"),
    apuesta: oneOf("pendiente", "salteada"),
  }),
  SoloDiapositiva: rule({}, [], "some"),
  SoloNotas: rule({}, [], "some"),
  Corte: rule({}, [], "none"),
  Junto: rule({}, [], "some"),
  Pausa: rule({}, [], "none"),
  Diapositiva: rule({ titulo: "text" }, ["titulo"], "some"),
};

/** Components that stand between paragraphs, never inside one: all of them. */
export const blockComponents: ReadonlySet<string> = new Set(Object.keys(vocabulary));

/** Components that are islands. */
export const islandComponents: ReadonlySet<string> = new Set(
  Object.entries(vocabulary).flatMap(([name, { island }]) => (island === true ? [name] : [])),
);

/** Components that may hold others; the rest hold text, lists, tables, formulas and code. */
export const containers: ReadonlySet<string> = new Set([
  "Nota",
  "Ejemplo",
  "SoloDiapositiva",
  "SoloNotas",
  "Junto",
  "Diapositiva",
]);
