import { readFields } from "./fields.ts";
import { drawIsland, toQuery } from "./frame.ts";
import type { Island, Mode, Stroke } from "./island.ts";
import { listen } from "./listen.ts";
import { LiveLog } from "./live-log.ts";
import { morph } from "./morph.ts";
import { withParameter } from "./query.ts";
import { goTo, present, proceed, startTimeline, type Timeline } from "./timeline.ts";

/** What a deck asks of an island on a slide. */
export interface IslandElement extends HTMLElement {
  /** Shows the scene, from 0. */
  showScene(scene: number): void;
  /** Whether its slide is the one that is looked at: it plays only there. */
  shown: boolean;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** A slider moves faster than a browser lets an address change. */
const addressPause = 200;

/**
 * Makes the elements of a name live: they were drawn at build, and from now on they answer.
 * @param toIsland the island of an element, which may read its data in what the build drew
 * @param fetchRest brings the code that only changed states need: once, when somebody is about to change one
 */
export function defineIsland<State>(
  tag: string,
  toIsland: (element: HTMLElement) => Island<State>,
  fetchRest?: () => Promise<unknown>,
): void {
  let isWhole = fetchRest === undefined;
  let rest: Promise<unknown> | undefined;

  /** At once, but for the first time; then each in its turn. */
  function whenWhole(then: () => unknown): void {
    if (isWhole || fetchRest === undefined) return void then();
    rest ??= fetchRest().then(() => (isWhole = true));
    void rest.then(then);
  }

  class Live extends HTMLElement implements IslandElement {
    #island!: Island<State>;
    #start!: State;
    #timeline!: Timeline<State>;
    #parameter = "";
    #playing = false;
    #beating: ReturnType<typeof setTimeout> | undefined;
    #writing: ReturnType<typeof setTimeout> | undefined;
    #isShown = true;
    #hasBegun = false;
    readonly #log = new LiveLog(this);

    connectedCallback(): void {
      // Reveal moves slides about, and their islands are connected again.
      if (this.#parameter !== "") return;
      this.#island = toIsland(this);
      const before = [...document.querySelectorAll(tag)].indexOf(this);
      this.#parameter = before === 0 ? this.#island.name : `${this.#island.name}-${before + 1}`;
      this.#start = this.#island.read(readFields(this.dataset["inicio"] ?? ""));
      const asked = new URLSearchParams(location.search).get(this.#parameter);
      this.#timeline = startTimeline(asked === null ? this.#start : this.#island.read(readFields(asked)));
      listen(this, {
        act: (action, value, stroke, goesOn) => whenWhole(() => this.#act(action, value, stroke, goesOn)),
        press: (key, on) => this.#island.press?.(present(this.#timeline), key, on),
      });
      document.addEventListener("visibilitychange", () => this.#beat());
      still.addEventListener("change", () => this.#beat());
      for (const sign of ["pointerover", "focusin"])
        this.addEventListener(sign, () => this.#complete(), { once: true });
      if (asked === null) this.dataset["viva"] = "";
      else
        whenWhole(() => {
          this.#draw();
          this.dataset["viva"] = "";
        });
    }

    get shown(): boolean {
      return this.#isShown;
    }

    set shown(shown: boolean) {
      this.#isShown = shown;
      if (shown) this.#complete();
      this.#beat();
    }

    /** Fetches what a change would need, and says when it is there. */
    #complete(): void {
      whenWhole(() => (this.dataset["entera"] = ""));
    }

    showScene(scene: number): void {
      whenWhole(() => {
        const states = this.#island.scenes(this.#start).slice(0, scene + 1);
        this.#show({ states, at: states.length - 1 });
      });
    }

    #act(action: string, value: string, stroke: Stroke | undefined, goesOn: boolean): void {
      const { at } = this.#timeline;
      switch (action) {
        case "@copiar":
          return void this.#copy();
        case "@diapositiva":
          return this.#carry(value);
        case "@deshacer":
          return this.#show(goTo(this.#timeline, at - 1));
        case "@ir":
          return this.#show(goTo(this.#timeline, Number(value) - 1));
        case "@reiniciar":
          return this.#show(startTimeline(this.#start));
        case "@reproducir":
          this.#playing = !this.#playing;
          this.#draw();
          return this.#beat();
        case "@paso":
          return this.#step();
      }
      const state = present(this.#timeline);
      const next = this.#island.act(state, action, value, stroke);
      // What goes on without having begun would take the place of an older moment.
      const continues = goesOn && this.#hasBegun;
      this.#hasBegun = next !== state || continues;
      if (next !== state) this.#show(proceed(this.#timeline, next, continues));
      // A field may show what the state did not take.
      else this.#draw();
    }

    #step(): void {
      const next = this.#island.step?.(present(this.#timeline));
      if (next === undefined) this.#playing = false;
      this.#show(next === undefined ? this.#timeline : proceed(this.#timeline, next));
    }

    #show(timeline: Timeline<State>): void {
      const before = this.#timeline;
      this.#timeline = timeline;
      this.#draw();
      this.#writing ??= setTimeout(() => this.#writeAddress(), addressPause);
      this.#tellNews(before);
      this.#beat();
    }

    #draw(): void {
      const focused = this.contains(document.activeElement);
      const { attributes, children } = drawIsland(this.#island, present(this.#timeline), {
        mode: (this.dataset["modo"] ?? "page") as Mode,
        key: this.id,
        at: this.#timeline.at,
        moments: this.#timeline.states.length,
        playing: this.#playing,
        slide: this.dataset["diapositiva"],
      });
      const waited = this.dataset["apuesta"] === "pendiente";
      for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value);
      this.toggleAttribute("data-recien-revelada", waited && this.dataset["apuesta"] !== "pendiente");
      morph(
        this,
        children.map(({ text }) => text),
      );
      if (focused && !this.contains(document.activeElement)) this.querySelector<HTMLElement>(".isla-juego")?.focus();
    }

    #tellNews({ states, at }: Timeline<State>): void {
      const told = this.#island.tell(states[at] as State);
      const news = this.#island.tell(present(this.#timeline)).filter((sentence) => !told.includes(sentence));
      const lost = this.#timeline.states.includes(states.at(-1) as State) ? 0 : states.length - 1 - at;
      if (lost > 0) news.unshift(`Empieza otro recorrido; momentos que se descartan: ${lost}.`);
      this.#log.say(news.join(" "));
    }

    /** Plays on while somebody looks, and nobody asked for stillness. */
    #beat(): void {
      clearTimeout(this.#beating);
      const pause = this.#island.beat?.(present(this.#timeline));
      if (pause === undefined || !this.#playing || !this.#isShown || document.hidden || still.matches) return;
      this.#beating = setTimeout(() => this.#step(), pause);
    }

    #writeAddress(): void {
      clearTimeout(this.#writing);
      this.#writing = undefined;
      const written = toQuery(this.#island, present(this.#timeline), this.#start);
      const query = withParameter(location.search, this.#parameter, written);
      if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
    }

    async #copy(): Promise<void> {
      this.#writeAddress();
      const place = this.closest(".reveal") === null ? `#${this.closest(".isla-marco")?.id ?? this.id}` : location.hash;
      try {
        await navigator.clipboard.writeText(location.href.replace(/#.*$/, "") + place);
        this.#log.say("Enlace copiado.");
      } catch {
        this.#log.say("No se pudo copiar el enlace: está en la barra de direcciones.");
      }
    }

    #carry(slide: string): void {
      const url = new URL(slide, location.href);
      url.search = withParameter("", this.#island.name, toQuery(this.#island, present(this.#timeline), this.#start));
      location.assign(url);
    }
  }
  customElements.define(tag, Live);
}
