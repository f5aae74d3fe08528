import type { Island } from "../../src/islands/island.ts";
import { seededRandom } from "../../src/islands/random.ts";

interface Offer {
  action: string;
  value: string;
}

/** States that somebody reaches who presses, fills in, drags and steps at random, each by what its view offers. */
export function* walk(island: Island<unknown>, seed: number, steps: number): Generator<unknown> {
  const random = seededRandom(seed);
  const pick = <One>(list: readonly One[]): One | undefined => list[Math.floor(random() * list.length)];
  let state = island.read({});
  for (let step = 0; step < steps; step += 1) {
    yield state;
    const kind = random();
    if (kind < 0.1) state = island.step?.(state) ?? island.read({});
    else if (kind < 0.2) {
      const pressed = island.press?.(state, pick(keys) ?? "", undefined);
      if (pressed !== undefined) state = island.act(state, ...pressed);
    } else {
      const offer = pick(readOffers(island, state, random));
      const place = () => ({ x: random(), y: random() });
      if (offer !== undefined)
        state = island.act(
          state,
          offer.action,
          offer.value,
          random() < 0.3 ? { from: place(), to: place() } : undefined,
        );
    }
  }
}

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Enter", "Delete", "+", "r", "z", "l"];

/** What the view of a state lets one do, with a value for each field. */
function readOffers(island: Island<unknown>, state: unknown, random: () => number): Offer[] {
  const { bet, play, controls, numbers, table } = island.view(state, { mode: "page", key: "a" });
  const markup = [bet, play, controls, numbers, table].map((part) => part?.text).join("");
  return [...markup.matchAll(/<(\w+)([^>]*\sdata-(?:accion|arrastre|suelta|toque)="[^"]*"[^>]*)>/g)].map(
    ([, tag = "", attributes = ""]) => {
      const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
      const action = read("data-accion") ?? read("data-arrastre") ?? read("data-suelta") ?? read("data-toque") ?? "";
      const value = read("data-valor");
      const type = tag === "input" ? read("type") : tag;
      if (type === "checkbox") return { action, value: [value, random() < 0.5 ? "si" : "no"].join(" ").trim() };
      if (type === "range" || type === "number") {
        const [from, to] = [Number(read("min")), Number(read("max"))];
        return { action, value: String(from + random() * (to - from)) };
      }
      return { action, value: value ?? read("value") ?? "" };
    },
  );
}
