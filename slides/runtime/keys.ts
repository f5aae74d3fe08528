import type { RevealApi } from "reveal.js";
import { say } from "./announce.ts";
import { keepAwake } from "./awake.ts";
import { isGrid, toggleGrid } from "./grid.ts";
import { lettersOff } from "./letters.ts";
import { recall } from "./store.ts";
import { changeTheme } from "./theme.ts";

type Action = (deck: RevealApi) => void;

const named: Record<string, Action> = {
  ArrowRight: (deck) => deck.next(),
  ArrowDown: (deck) => deck.next(),
  PageDown: (deck) => deck.next(),
  ArrowLeft: (deck) => deck.prev(),
  ArrowUp: (deck) => deck.prev(),
  PageUp: (deck) => deck.prev(),
  Home: (deck) => deck.slide(0),
  End: (deck) => deck.slide(deck.getTotalSlides() - 1),
  Escape: toggleGrid,
};

// Single characters can be switched off in the help, for who speaks to the computer or types by accident.
// What few people open loads when they open it.
const letters: Record<string, Action> = {
  o: toggleGrid,
  b: (deck) => deck.togglePause(),
  ".": (deck) => deck.togglePause(),
  f: toggleFullscreen,
  t: () => say(`Tema ${changeTheme()}`),
  n: () => openBeside("notas", "[data-notas]"),
  s: openSpeaker,
  g: openJump,
  "/": openJump,
  d: (deck) => void import("./drawing.ts").then(({ toggleDrawing }) => toggleDrawing(deck, drawingsHere())),
  z: (deck) => void import("./zoom.ts").then(({ enlargeFigure }) => enlargeFigure(deck)),
  p: (deck) => void import("./laser.ts").then(({ togglePointer }) => togglePointer(deck)),
  q: () => void import("./code.ts").then(({ toggleCode }) => toggleCode()),
  "?": () => void import("./help.ts").then(({ openHelp, deckKeys }) => openHelp(deckKeys)),
};

/** Does what a key of one character does. */
export function act(deck: RevealApi, key: string): void {
  letters[key]?.(deck);
}

/** The keys of the deck; never those of a field, a dialog or an island. */
export function listenToKeys(deck: RevealApi): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isElsewhere(event)) return;
    const action = toAction(event);
    if (action === undefined) return;
    event.preventDefault();
    action(deck);
  });
}

function toAction({ key, shiftKey, target }: KeyboardEvent): Action | undefined {
  const onLink = target instanceof Element && target.closest("a, button, summary") !== null;
  if (key === " ") return onLink ? undefined : shiftKey ? named["ArrowLeft"] : named["ArrowRight"];
  if (key === "Enter") return isGrid() ? toggleGrid : undefined;
  if (Object.hasOwn(named, key)) return named[key];
  return recall(lettersOff) === undefined ? letters[key.toLowerCase()] : key === "?" ? letters[key] : undefined;
}

// A clicker sends these two wherever the focus is; an island that means something by them stops them.
const clicker = ["PageDown", "PageUp"];

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  const typing = "input, select, textarea, dialog, [contenteditable]";
  return target instanceof Element && target.closest(clicker.includes(key) ? typing : `${typing}, .isla`) !== null;
}

/** Name under which this device keeps the drawings of this deck, apart for each ratio: the same words stand elsewhere. */
export function drawingsHere(): string {
  const { canal = "" } = document.querySelector<HTMLElement>(".reveal")?.dataset ?? {};
  return `trazos:${canal.split(":").at(-1)}:${document.documentElement.dataset["relacion"] ?? ""}`;
}

function toggleFullscreen(): void {
  if (document.fullscreenElement !== null) return void document.exitFullscreen();
  keepAwake();
  void document.documentElement.requestFullscreen();
}

function openBeside(name: string, selector: string): Window | null {
  const href = document.querySelector<HTMLAnchorElement>(selector)?.href;
  return href === undefined ? null : window.open(href, name, "popup,width=1280,height=800");
}

// The speaker's window begins where the deck is. A browser may refuse to open it: then it is a link.
function openSpeaker(deck: RevealApi): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-orador]");
  if (link === null) return;
  // The window's own address follows a second later.
  const { f: step = -1 } = deck.getIndices();
  link.hash = `/${deck.getCurrentSlide().id}${step < 0 ? "" : `/${step}`}`;
  if (openBeside("orador", "[data-orador]") === null)
    void import("./help.ts").then(({ offerSpeaker }) => offerSpeaker(link.href));
}

function openJump(deck: RevealApi): void {
  void import("./jump.ts").then((jump) => jump.openJump(document, (id) => deck.slide(indexOf(deck, id))));
}

function indexOf(deck: RevealApi, id: string): number {
  return deck.getSlides().findIndex((slide) => slide.id === id);
}
