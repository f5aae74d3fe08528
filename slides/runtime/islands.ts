import type { RevealApi } from "reveal.js";
import type { IslandElement } from "../../src/islands/element.ts";

/** Brings the islands of the slides near to life; each follows the fragments of its slide and plays only there. */
export function tendIslands(deck: RevealApi): void {
  const look = () => {
    const slides = [...deck.getSlides()];
    const here = slides.indexOf(deck.getCurrentSlide() as HTMLElement);
    for (const [index, slide] of slides.entries()) {
      const island = slide.querySelector<IslandElement>("[data-isla]");
      if (island === null) continue;
      if (Math.abs(index - here) <= 1) void wake(island, () => deck.getCurrentSlide() === slide);
      // One that has not come to life yet has no such property.
      else if (island.dataset["viva"] !== undefined) island.shown = false;
    }
  };
  deck.on("slidechanged", look);
  deck.on("fragmentshown", follow);
  deck.on("fragmenthidden", follow);
  look();
}

/** Where slides are read one under the other, an island comes to life when it is about to be seen. */
export function wakeReadIslands(): void {
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) void bring(target as HTMLElement);
  });
  for (const island of document.querySelectorAll("[data-isla]")) sight.observe(island);
}

// Reveal's types do not know what the events of fragments carry.
function follow(event: Event): void {
  const { fragment } = event as Event & { fragment: HTMLElement };
  const island = fragment.closest<IslandElement>("[data-isla]");
  if (island?.dataset["viva"] !== undefined) island.showScene(sceneOf(island));
}

async function wake(island: IslandElement, isHere: () => boolean): Promise<void> {
  const isNew = island.dataset["viva"] === undefined;
  await bring(island);
  island.shown = isHere();
  // The address may have led into the middle of its scenes.
  if (isNew && sceneOf(island) > 0) island.showScene(sceneOf(island));
}

function sceneOf(island: HTMLElement): number {
  return island.querySelectorAll(".fragment.visible").length;
}

// Most decks have no island near their first slide.
async function bring(island: HTMLElement): Promise<void> {
  const { loadIsland } = await import("../../src/islands/load.ts");
  loadIsland(island);
}
