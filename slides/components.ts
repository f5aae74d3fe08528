import { pageComponents } from "../src/components/authoring.ts";
import Corte from "./components/Corte.astro";
import Diapositiva from "./components/Diapositiva.astro";
import Isla from "./components/Isla.astro";
import Junto from "./components/Junto.astro";
import Pausa from "./components/Pausa.astro";
import SoloDiapositiva from "./components/SoloDiapositiva.astro";
import SoloNotas from "./components/SoloNotas.astro";

/** What a lesson is rendered with to be cut into slides: the page's own components, and marks where a deck differs. */
export const deckComponents = {
  ...pageComponents,
  SoloDiapositiva,
  SoloNotas,
  Corte,
  Junto,
  Pausa,
  Diapositiva,
  Isla,
};
