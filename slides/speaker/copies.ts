import type { Place } from "../runtime/channel.ts";
import { followPointing, type Point } from "../runtime/pointing.ts";

/** The two small decks of the window: the present slide, which goes step by step, and the next one. */
export class Copies {
  readonly #now = document.querySelector<HTMLIFrameElement>("#ahora")!;
  readonly #next = document.querySelector<HTMLIFrameElement>("#despues")!;
  readonly #address: string;
  #ratio: Place["ratio"] = "16:9";
  #nextId: string | undefined;
  #stopPointing: (() => void) | undefined;

  constructor(name: string) {
    this.#address = `${document.documentElement.dataset["base"] ?? "/"}diapositivas/${name}/`;
    const link = document.querySelector<HTMLAnchorElement>("#abrir-sala")!;
    link.href = this.#address;
    link.target = "sala";
  }

  /** Loads both, at the place that the window's own address names. */
  show(): void {
    document.documentElement.dataset["relacion"] = this.#ratio;
    this.#now.src = `${this.#toAddress("ahora")}${location.hash}`;
    this.#next.src = `${this.#toAddress("despues")}${this.#nextId === undefined ? "" : `#/${this.#nextId}`}`;
  }

  /** Draws both as wide as the room's window. */
  fit(ratio: Place["ratio"]): void {
    if (ratio === this.#ratio) return;
    this.#ratio = ratio;
    this.show();
  }

  showNext(id: string | undefined): void {
    this.#nextId = id;
    this.#next.hidden = id === undefined;
    if (id !== undefined) this.#next.contentWindow?.location.replace(`${this.#toAddress("despues")}#/${id}`);
  }

  go(id: string): void {
    this.#now.contentWindow?.location.replace(`${this.#toAddress("ahora")}#/${id}`);
  }

  /** The document with all slides. */
  get deck(): Document {
    return this.#now.contentDocument!;
  }

  /** The copy's own keys do what they do in the room. */
  press(key: string): void {
    this.#now.contentDocument?.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  }

  /** Begins or ends to tell where the mouse, the pen or the arrows point on the present slide; `null` at the end. */
  togglePointer(tellPoint: (point: Point | null) => void): void {
    const button = document.querySelector<HTMLElement>("#puntero")!;
    button.setAttribute("aria-pressed", String(this.#stopPointing === undefined));
    if (this.#stopPointing === undefined) {
      this.#stopPointing = followPointing(() => this.#now.getBoundingClientRect(), tellPoint);
      return;
    }
    this.#stopPointing();
    this.#stopPointing = undefined;
    tellPoint(null);
  }

  #toAddress(view: string): string {
    return `${this.#address}?vista=${view}&relacion=${this.#ratio}`;
  }
}
