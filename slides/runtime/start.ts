import Reveal from "reveal.js";
import { announce } from "./announce.ts";
import { listenToGrid } from "./grid.ts";
import { listenToKeys } from "./keys.ts";
import { applyRatio, chooseRatio } from "./ratio.ts";
import { shareSlide } from "./share.ts";
import { restoreTheme } from "./theme.ts";

// A narrower window is a phone held upright: slides are read there one under the other, as without JavaScript.
const leastWidth = 435;

const root = document.documentElement;
const stage = document.querySelector<HTMLElement>(".reveal");

restoreTheme();
if (stage !== null && window.innerWidth >= leastWidth) void present(stage);
else root.dataset["lectura"] = "";

async function present(main: HTMLElement): Promise<void> {
  const ratio = chooseRatio(window.location.search, window.innerWidth / window.innerHeight);
  applyRatio(ratio);
  root.dataset["mazo"] = "";
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
    // Reveal's own scroll view changes the elements that the measures of a slide rest on.
    scrollActivationWidth: 0,
  });
  announce(deck);
  shareSlide(deck, main.dataset["canal"]);
  await deck.initialize();
  // With this role a screen reader would pass every key on and could not read the slide.
  main.removeAttribute("role");
  listenToKeys(deck);
  listenToGrid(deck);
}
