/** Says what changed to who does not see it, politely: at most one message a second, the newest one. */
export class LiveLog {
  readonly #island: Element;
  #waiting = "";
  #last = -Infinity;

  constructor(island: Element) {
    this.#island = island;
  }

  say(words: string): void {
    if (words === "") return;
    const isWaiting = this.#waiting !== "";
    this.#waiting = words;
    if (!isWaiting) setTimeout(() => this.#tell(), Math.max(0, this.#last + 1000 - performance.now()));
  }

  #tell(): void {
    this.#last = performance.now();
    const region = this.#island.querySelector(".isla-aviso");
    if (region !== null) region.textContent = this.#waiting;
    this.#waiting = "";
  }
}
