import { readFields } from "./fields.ts";
import type { Island, Mode, Stroke } from "./island.ts";
import { listen } from "./listen.ts";
import { LiveLog } from "./live-log.ts";
import { morph } from "./morph.ts";
import { drawParts, stampOf, tellBet, toQuery } from "./parts.ts";
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

/** What draws an island anew. Most readers never ask for it: it is fetched when somebody is about to. */
export interface IslandPart<State> {
  /** The island of an element, which may read its data in what the build drew. */
  toIsland(element: HTMLElement): Island<State>;
}

/**
 * Makes the elements of a name live: they were drawn at build, and from now on they answer.
 * @param fetchPart brings what draws them: once, at the first sign that somebody is there
 */
export function defineIsland<State>(tag: string, fetchPart: () => Promise<IslandPart<State>>): void {
  let part: IslandPart<State> | undefined;
  let coming: Promise<unknown> | undefined;

  class Live extends HTMLElement implements IslandElement {
    #island!: Island<State>;
    #start!: State;
    #timeline!: Timeline<State>;
    #isWhole = false;
    #parameter = "";
    #asked: string | null = null;
    #playing = false;
    #beating: ReturnType<typeof setTimeout> | undefined;
    #writing: ReturnType<typeof setTimeout> | undefined;
    #isShown = true;
    #hasBegun = false;
    readonly #log = new LiveLog(this);

    connectedCallback(): void {
      // Reveal moves slides about, and their islands are connected again.
      if (this.#parameter !== "") return;
      const name = this.dataset["isla"] ?? "";
      const before = [...document.querySelectorAll(tag)].indexOf(this);
      this.#parameter = before === 0 ? name : `${name}-${before + 1}`;
      this.#asked = new URLSearchParams(location.search).get(this.#parameter);
      listen(this, {
        act: (...happened) => this.#whenWhole(() => this.#act(...happened)),
        press: (key, on) => (this.#isWhole ? this.#island.press?.(present(this.#timeline), key, on) : undefined),
      });
      document.addEventListener("visibilitychange", () => this.#beat());
      still.addEventListener("change", () => this.#beat());
      for (const sign of ["pointerover", "focusin"])
        this.addEventListener(sign, () => this.#complete(), { once: true, passive: true });
      if (this.#asked === null) this.dataset["viva"] = "";
      else
        this.#whenWhole(() => {
          this.#draw();
          this.dataset["viva"] = "";
        });
    }

    /** At once, but for the first time; then each in its turn. What does not come now is asked for again. */
    #whenWhole(then: () => unknown): void {
      const begin = () => {
        this.toggleAttribute("data-falta", part === undefined);
        // Browsers keep in mind that a program did not come.
        if (part === undefined)
          return this.#log.say("La isla no llegó: falta la conexión. Al recargar la página se pide de nuevo.");
        if (!this.#isWhole) this.#begin(part);
        then();
      };
      if (part !== undefined) return begin();
      coming ??= fetchPart().then(
        (fetched) => (part = fetched),
        () => (coming = undefined),
      );
      void coming.then(begin);
    }

    #begin({ toIsland }: IslandPart<State>): void {
      this.#island = toIsland(this);
      this.#start = this.#island.read(readFields(this.dataset["inicio"] ?? ""));
      this.#timeline = startTimeline(this.#asked === null ? this.#start : this.#island.read(readFields(this.#asked)));
      this.#isWhole = true;
    }

    get shown(): boolean {
      return this.#isShown;
    }

    set shown(shown: boolean) {
      this.#isShown = shown;
      this.#complete();
      this.#beat();
    }

    /** Fetches what a change would need, and says when it is there. */
    #complete(): void {
      this.#whenWhole(() => (this.dataset["entera"] = ""));
    }

    showScene(scene: number): void {
      this.#whenWhole(() => {
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
      this.#tellNews(before);
      this.#beat();
    }

    #draw(): void {
      const focused = this.contains(document.activeElement);
      const state = present(this.#timeline);
      const parts = drawParts(this.#island, state, {
        mode: (this.dataset["modo"] ?? "page") as Mode,
        key: this.id,
        at: this.#timeline.at,
        moments: this.#timeline.states.length,
        playing: this.#playing,
      });
      const waited = this.dataset["apuesta"] === "pendiente";
      this.dataset["apuesta"] = tellBet(this.#island, state);
      this.toggleAttribute("data-recien-revelada", waited && this.dataset["apuesta"] !== "pendiente");
      morph(this, parts);
      // Who watches it play reads neither.
      if (!this.#playing) {
        this.dataset["huella"] = stampOf(this.#island, state);
        this.#writing ??= setTimeout(() => this.#writeAddress(), addressPause);
      }
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
      if (!this.#playing || !this.#isShown || document.hidden || still.matches) return;
      const pause = this.#island.beat?.(present(this.#timeline));
      if (pause !== undefined) this.#beating = setTimeout(() => this.#step(), pause);
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
      url.search = withParameter("", this.#parameter, toQuery(this.#island, present(this.#timeline), this.#start));
      location.assign(url);
    }
  }
  customElements.define(tag, Live);
}
