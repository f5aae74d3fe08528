import Reveal from "reveal.js";
import { announce } from "./announce.ts";
import { listenToGrid } from "./grid.ts";
import { tendIslands, wakeReadIslands } from "./islands.ts";
import { act, drawingsHere, listenToKeys } from "./keys.ts";
import { calm, readView, type View } from "./preview.ts";
import { listenToPrinting } from "./print.ts";
import { applyRatio, chooseRatio } from "./ratio.ts";
import { keepInStep } from "./step.ts";
import { recall } from "./store.ts";
import { restoreTheme } from "./theme.ts";

// A narrower window is a phone held upright: slides are read there one under the other, as without JavaScript.
const leastWidth = 435;

const root = document.documentElement;
const stage = document.querySelector<HTMLElement>(".reveal");

const view = readView(location.search);

restoreTheme();
if (stage !== null && (view !== undefined || window.innerWidth >= leastWidth)) void present(stage, view);
else if (stage !== null) {
  wakeReadIslands();
  void import("./reading.ts").then(({ read }) => read(stage));
}

async function present(main: HTMLElement, copy: View | undefined): Promise<void> {
  const ratio = chooseRatio(window.location.search, window.innerWidth / window.innerHeight);
  applyRatio(ratio);
  root.dataset["mazo"] = "";
  // On a slide nothing scrolls.
  for (const figure of main.querySelectorAll(".lamina")) figure.removeAttribute("tabindex");
  if (copy !== undefined) root.dataset["vista"] = copy;
  const deck = new Reveal(main, {
    width: ratio === "4:3" ? 960 : 1280,
    height: 720,
    margin: 0,
    center: false,
    hash: true,
    respondToHashChanges: true,
    fragmentInURL: true,
    navigationMode: "linear",
    transition: "none",
    backgroundTransition: "none",
    autoAnimate: false,
    controls: false,
    progress: false,
    slideNumber: false,
    keyboard: false,
    help: false,
    overview: false,
    jumpToSlide: false,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    hideInactiveCursor: true,
    minScale: 0.05,
    // Reveal's own scroll view changes the elements that the measures of a slide rest on.
    scrollActivationWidth: 0,
  });
  const step = { channel: main.dataset["canal"], ratio, act: (key: string) => act(deck, key) };
  if (copy === undefined) announce(deck);
  // Whoever hears that this window is there may send it keys.
  if (copy !== "despues") deck.on("ready", () => listenToKeys(deck));
  if (copy !== "despues") keepInStep(deck, copy ?? "sala", step);
  await deck.initialize();
  // With this role a screen reader would pass every key on and could not read the slide.
  main.removeAttribute("role");
  tendIslands(deck);
  if (main.querySelector("[data-paso]") !== null) {
    void import("./listings.ts").then(({ stepThroughListings }) => stepThroughListings(deck));
  }
  if (recall(drawingsHere()) !== undefined || copy !== undefined) {
    void import("./sheet.ts").then(({ showDrawings }) => showDrawings(deck, drawingsHere()));
  }
  if (copy === undefined) listenToGrid(deck);
  else calm(deck);
  listenToPrinting(deck);
}
