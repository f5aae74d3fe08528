import type { RevealApi } from "reveal.js";
import { say } from "./announce.ts";
import { isGrid, toggleGrid } from "./grid.ts";
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
  f: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  t: () => say(`Tema ${changeTheme()}`),
  n: () => openNotes(),
  g: (deck) => void import("./dialogs.ts").then(({ openJump }) => openJump(deck)),
  "?": () => void import("./dialogs.ts").then(({ openHelp }) => openHelp()),
};

/** Name under which this device keeps that single characters do nothing. */
export const lettersOff = "mazo-sin-letras";

/** The keys of the deck; never those of a field, a dialog or an island. */
export function listenToKeys(deck: RevealApi): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isElsewhere(event.target)) return;
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

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable], .isla") !== null
  );
}

function openNotes(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-notas]");
  if (link !== null) window.open(link.href, "notas", "popup,width=720,height=800");
}
