import Anotada from "./authoring/Anotada.astro";
import Anotado from "./authoring/Anotado.astro";
import Cita from "./authoring/Cita.astro";
import Codigo from "./authoring/Codigo.astro";
import Comparacion from "./authoring/Comparacion.astro";
import Contenido from "./authoring/Contenido.astro";
import Corregido from "./authoring/Corregido.astro";
import Definicion from "./authoring/Definicion.astro";
import Diagrama from "./authoring/Diagrama.astro";
import Ejemplo from "./authoring/Ejemplo.astro";
import Figura from "./authoring/Figura.astro";
import Formula from "./authoring/Formula.astro";
import Historia from "./authoring/Historia.astro";
import Isla from "./authoring/Isla.astro";
import Margen from "./authoring/Margen.astro";
import Nada from "./authoring/Nada.astro";
import Nota from "./authoring/Nota.astro";
import Precision from "./authoring/Precision.astro";
import Pregunta from "./authoring/Pregunta.astro";
import Referencia from "./authoring/Referencia.astro";
import Seccion from "./authoring/Seccion.astro";
import Subseccion from "./authoring/Subseccion.astro";
import Termino from "./authoring/Termino.astro";

/** What an author may write in a lesson, by name: the vocabulary of `src/course/vocabulary.ts`, drawn for the page. */
export const authoring = {
  Definicion,
  Cita,
  Precision,
  Historia,
  Nota,
  Ejemplo,
  Figura,
  Diagrama,
  Comparacion,
  Pregunta,
  CurvasDeMoore: Isla,
  Topologias: Isla,
  Relojes: Isla,
  Capas: Isla,
  Pisos: Isla,
  SoloDiapositiva: Nada,
  SoloNotas: Nada,
  Corte: Nada,
  Junto: Contenido,
  Pausa: Nada,
  Diapositiva: Contenido,
};

/** What resolving a lesson puts in its tree besides. */
export const resolved = {
  Anotado,
  Codigo,
  Corregido,
  Anotada,
  Formula,
  Isla,
  Margen,
  Referencia,
  Termino,
  h2: Seccion,
  h3: Subseccion,
};

/** Everything that a lesson rendered as a page needs. */
export const pageComponents = { ...authoring, ...resolved };
