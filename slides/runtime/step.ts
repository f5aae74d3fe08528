import type { RevealApi } from "reveal.js";
import { keepAwake } from "./awake.ts";
import { type Message, openChannel, type Place, type Role, tell } from "./channel.ts";

const moves = ["slidechanged", "fragmentshown", "fragmenthidden", "paused", "resumed"];

/**
 * Keeps the room's window and the speaker's in step: each tells where it is and goes where the other one is. Windows of
 * the same kind do not follow each other: two tabs of a reader are two places.
 * @param act does what a key of the deck does
 */
export function keepInStep(
  deck: RevealApi,
  role: Role,
  options: { channel: string | undefined; ratio: Place["ratio"]; act: (key: string) => void },
): void {
  const channel = openChannel(options.channel);
  let following = false;
  const place = (): Message => ({
    role,
    slide: deck.getCurrentSlide()?.id ?? "",
    step: (deck.getIndices().f ?? -1) + 1,
    black: deck.isPaused(),
    ratio: options.ratio,
  });
  const say = (more: Message = {}) => tell(channel, { ...place(), ...more });
  deck.on("ready", () => {
    say({ joins: true });
    // Not before: the address from which a reload begins may be an older place than the other window's.
    for (const move of moves) deck.on(move, () => following || say());
  });
  if (role === "sala") addEventListener("pagehide", () => say({ leaves: true }));

  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    const fromOther = data.role !== undefined && data.role !== role;
    if (fromOther && data.joins === true) say();
    else if (fromOther && data.leaves !== true) follow(data);
    if (role !== "sala") return;
    if (data.asks === true) tell(channel, { role, ratio: options.ratio });
    if (fromOther) keepAwake();
    if (data.key !== undefined) options.act(data.key);
    if (data.pointer !== undefined) void import("./laser.ts").then(({ point }) => point(deck, data.pointer ?? null));
  });

  function follow({ slide, step = 0, black = false }: Message): void {
    const index = deck.getSlides().findIndex(({ id }) => id === slide);
    if (index < 0) return;
    following = true;
    const here = place();
    if (here.slide !== slide || here.step !== step) deck.slide(index, 0, step - 1);
    if (here.black !== black) deck.togglePause(black);
    following = false;
  }
}
