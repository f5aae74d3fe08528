import type { RevealApi } from "reveal.js";

/** Tells the other windows of this deck, on the channel `name`, which slide is shown, also when one of them asks. */
export function shareSlide(deck: RevealApi, name: string | undefined): void {
  if (name === undefined || !("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
  const tell = () => channel.postMessage({ slide: deck.getCurrentSlide()?.id });
  deck.on("ready", tell);
  deck.on("slidechanged", tell);
  channel.addEventListener("message", ({ data }: MessageEvent<{ asks?: boolean }>) => {
    if (data.asks === true) tell();
  });
}
