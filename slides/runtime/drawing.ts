import type { RevealApi } from "reveal.js";
import { make } from "./dialog.ts";
import { showStrokes } from "./sheet.ts";
import { type Drawings, type Ink, inks, keepDrawings, readDrawings, toPath } from "./strokes.ts";
import { wear } from "./stylesheet.ts";
import styles from "./drawing.css?url";

const names: Record<Ink, string> = { rojo: "Rojo", azul: "Azul", tinta: "Tinta", resaltador: "Resaltador" };

let stop: AbortController | undefined;

/** Begins or ends to draw on the slides with the mouse, the pen or a finger. What is drawn stays on this device. */
export function toggleDrawing(deck: RevealApi, name: string): void {
  if (stop !== undefined) return stop.abort();
  void wear(styles);
  stop = new AbortController();
  const { signal } = stop;
  const root = document.documentElement;
  const stage = deck.getSlidesElement()!;
  let ink: Ink = "rojo";
  const present = () => deck.getCurrentSlide();
  const change = (act: (drawings: Drawings, id: string) => void) => {
    const drawings = readDrawings(name);
    const { id } = present();
    drawings[id] ??= [];
    act(drawings, id);
    keepDrawings(name, drawings);
    showStrokes(present(), drawings[id] ?? []);
  };

  const bar = make("div");
  bar.className = "lapices";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Dibujar");
  const offer = (words: string, act: () => void) => {
    const button = make("button", words);
    button.type = "button";
    button.addEventListener("click", act);
    bar.append(button);
    return button;
  };
  const choose = (chosen: Ink) => {
    ink = chosen;
    for (const [index, button] of pens.entries()) button.setAttribute("aria-pressed", String(inks[index] === chosen));
  };
  const pens = inks.map((each) => {
    const button = offer(names[each], () => choose(each));
    button.dataset["tinta"] = each;
    return button;
  });
  choose(ink);
  offer("Deshacer", () => change((drawings, id) => drawings[id]?.pop()));
  offer("Borrar la diapositiva", () => change((drawings, id) => delete drawings[id]));
  offer("Terminar", () => stop?.abort());
  root.dataset["dibujo"] = "";
  // A line is no swipe.
  stage.setAttribute("data-prevent-swipe", "");
  document.body.append(bar);

  let points: [x: number, y: number][] = [];
  const add = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, height } = stage.getBoundingClientRect();
    const scale = height / 720;
    points.push([(clientX - left) / scale, (clientY - top) / scale]);
  };
  const preview = () => {
    const kept = readDrawings(name)[present().id] ?? [];
    showStrokes(present(), [...kept, { ink, path: toPath(points) }]);
  };
  stage.addEventListener(
    "pointerdown",
    (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault();
      stage.setPointerCapture(event.pointerId);
      points = [];
      add(event);
      preview();
    },
    { signal },
  );
  stage.addEventListener(
    "pointermove",
    (event) => {
      if (points.length === 0 || !event.isPrimary) return;
      // The browser joins what a fast hand draws between two frames.
      const all = event.getCoalescedEvents();
      for (const one of all.length > 0 ? all : [event]) add(one);
      preview();
    },
    { signal },
  );
  const end = () => {
    const path = toPath(points);
    points = [];
    if (path !== "") change((drawings, id) => drawings[id]?.push({ ink, path }));
  };
  stage.addEventListener("pointerup", end, { signal });
  stage.addEventListener("pointercancel", end, { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") stop?.abort();
      else if ((event.ctrlKey || event.metaKey) && event.key === "z") change((drawings, id) => drawings[id]?.pop());
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { signal, capture: true },
  );
  signal.addEventListener("abort", () => {
    bar.remove();
    delete root.dataset["dibujo"];
    stage.removeAttribute("data-prevent-swipe");
    stop = undefined;
  });
}
