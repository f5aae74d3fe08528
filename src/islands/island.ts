import type { Fields } from "./fields.ts";
import type { Markup } from "./html.ts";

/** In the text of a lesson, or on a slide. */
export type Mode = "page" | "slide";

/** A pointer drag, in shares (0 to 1) of the width and height of the nearest `data-area`. */
export interface Stroke {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** What a view draws of one state; the frame puts it together. Text inside is Spanish and ≥ 28 px on slides. */
export interface Sketch {
  /** Question of the bet with its choices and an explicit way to skip it; after it, how it went. */
  bet: Markup;
  /** The drawing. In slide mode it is 420 px high and fills the width. */
  play: Markup;
  /** What can be set; the frame adds step, undo, restart and the moments. */
  controls: Markup;
  /** Figures and the puzzle, under the controls; not on slides. */
  numbers: Markup;
  /** The result in one line, on slides: some 45 characters, which fit beside «Controles» at 4:3. */
  result: Markup;
  /** The drawing as a table; nothing where the one that the build drew never changes. */
  table: Markup | undefined;
}

/** What is said of an island where it stands, at build; the browser finds it there. */
export interface Card {
  /** Its name in the address: `?topologias=…`. */
  name: string;
  /** Name of the component and of the custom element. */
  component: string;
  tag: string;
  /** Title in its frame. */
  title: string;
  /** The words that open its table. */
  tableTitle: string;
  /** Keys that the drawing knows and what they do. */
  keys: readonly (readonly [key: string, effect: string])[];
}

/**
 * A teaching island: how a state is read, changed, told and drawn. Everything here is pure and runs at build (Node) and
 * in the browser; nothing touches the DOM or a clock.
 *
 * To add one:
 *
 * 1. `src/islands/<name>/model.ts`: the state and its functions, without DOM (the linter knows the file name);
 *    `view.ts`: an `Island` object; `card.ts`: what is said of it at build; `examples.ts`: the states that the laboratory
 *    shows and the tests use; `element.ts`: one line, `toIsland`, which only the browser loads.
 * 2. A line in `src/build/load-islands.ts` (build) and in `src/islands/load.ts` (browser).
 * 3. The component that an author writes: a rule with its attributes in `src/course/vocabulary.ts` (made with
 *    `islandRule`) and a line in `src/components/authoring.ts`, where every island is drawn by `Isla.astro`.
 *    Attributes are the fields of the address: one `read` serves both.
 * 4. What only its drawing needs of style, on pages and slides: `src/islands/<name>/island.css`, and
 *    `page.css` beside it, both named in `src/components/island-sheets.ts`.
 *
 * Markup speaks to the element by attributes:
 * - `data-accion="x" data-valor="y"` on a button, a link-like SVG element or a field: pressing it (click, Enter, Space)
 *   or changing it calls `act(state, "x", "y")`; a field gives its own value, a check box `si` or `no`, after its
 *   `data-valor` and a space if it has one.
 * - `data-arrastre="x"`: dragging from it calls `act(state, "x", valor, stroke)` at each move; `data-suelta="x"` only
 *   when it is let go, and `data-toque="x"` where it is pressed. A drag, or a slider while it moves, is one moment for undo.
 * - `data-nombre` names the object that has the focus, for `press`; `data-foco` marks where the focus goes after an
 *   action by key inside the drawing (roving focus).
 * - `data-clave` keeps an element the same one from state to state when its neighbours change; ids do too.
 * - `data-parte` holds a part of the frame that is drawn anew; all around it is drawn at build only.
 * - Motion is CSS transitions of `x`, `y`, `cx`, `cy`, `r`, `opacity`, `transform`, under
 *   `@media (prefers-reduced-motion: no-preference)`: no script runs per frame.
 * - Ids start with `drawing.key`, so that two islands share a page. No `style` attribute: the policy drops it.
 */
export interface Island<State> {
  /** The state of the fields, each clamped to what exists; never throws. */
  read(fields: Fields): State;
  /** The fields that differ from those of `read({})`: `read(write(state))` equals the state. */
  write(state: State): Fields;
  /** The state after an action; the same object if nothing changes. Unknown actions and values change nothing. */
  act(state: State, action: string, value: string, stroke?: Stroke): State;
  /** What comes next by itself: the button «Paso». Nothing at the end. */
  step?(state: State): State | undefined;
  /** Milliseconds after which the next step comes by itself while it plays; an island without it does not play. */
  beat?(state: State): number;
  /** The action of a key pressed in the drawing, `on` the object with the focus; nothing if the key means nothing. */
  press?(state: State, key: string, on: string | undefined): readonly [action: string, value: string] | undefined;
  /**
   * The state with the bet skipped; the same object where no bet is awaited. While one is, what carries the class
   * `tras-apuesta` is drawn all the same and hidden by style where scripts run: paper and plain HTML are complete.
   */
  reveal(state: State): State;
  /** What a slide shows one key press after the other; the first one is the given state. */
  scenes(start: State): State[];
  /** The state in sentences, as visible text: what there is, what it is like now, what can be done. */
  tell(state: State): string[];
  /** What happened, line by line: the same state has the same log everywhere. */
  log(state: State): string[];
  view(state: State, drawing: Drawing): Sketch;
}

export interface Drawing {
  mode: Mode;
  /** Prefix of every id. */
  key: string;
}

/** A state that the laboratory shows. */
export interface Example {
  name: string;
  /** As in the address, after `?name=`. */
  state: string;
}
