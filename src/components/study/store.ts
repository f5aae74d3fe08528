import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CardKey } from "../../course/card.ts";
import {
  isCardKey,
  newest,
  type Progress,
  type ProgressByKey,
  readRecord,
  toRecord,
} from "../../course/study-progress.ts";
import { settle } from "../../course/study-recall.ts";
import { base, keepValue } from "./device.ts";

interface Schema extends DBSchema {
  tarjetas: { key: CardKey; value: unknown };
}

/** Why the progress is not kept: the browser does not let it, or there is no room. */
export type Trouble = "blocked" | "full";

// Pages of one user share an origin on GitHub Pages.
const name = `apuntes:${base}:repaso`;

/** The progress of this device. Where it cannot be kept it lasts as long as the page, and `trouble` says why. */
export class StudyStore {
  trouble: Trouble | undefined;
  #progress = new Map<CardKey, Progress>();
  #database: IDBPDatabase<Schema> | undefined;
  #channel: BroadcastChannel | undefined;
  #changed: () => void;

  private constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Reads what is kept; what cannot be understood counts as never answered. `changed` is told of every change, also in other tabs. */
  static async open(changed: () => void = () => undefined): Promise<StudyStore> {
    const opened = new StudyStore(changed);
    await opened.#open();
    return opened;
  }

  get progress(): ProgressByKey {
    return this.#progress;
  }

  /** Keeps what an answer makes of a card, counted from what any tab kept last. */
  async answer(key: CardKey, change: (kept: Progress | undefined) => Progress): Promise<void> {
    await this.#write([key], change);
  }

  /** Adds a study: of cards in both the newest review stays. A review that is yet to come counts as done now. */
  async merge(study: ProgressByKey, now: number): Promise<void> {
    await this.#write([...study.keys()], (kept, key) => {
      const theirs = settle(study.get(key)!, now);
      return kept === undefined ? theirs : newest(kept, theirs);
    });
  }

  /** Forgets every card. */
  async clear(): Promise<void> {
    this.#progress.clear();
    keepValue("repaso", undefined);
    await this.#try(async (database) => {
      await database.clear("tarjetas");
      this.trouble = undefined;
    });
    this.#tell();
  }

  async #open(): Promise<void> {
    try {
      this.#database = await openDB<Schema>(name, 1, {
        upgrade: (database) => void database.createObjectStore("tarjetas"),
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      await this.#read();
      this.#channel = new BroadcastChannel(name);
      this.#channel.addEventListener("message", () => void this.#read().then(this.#changed));
    } catch {
      this.trouble = "blocked";
    }
  }

  async #read(): Promise<void> {
    await this.#try(async (database) => {
      const transaction = database.transaction("tarjetas");
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      this.#progress = new Map(
        keys.flatMap((key, index) => {
          const progress = readRecord(values[index]);
          return isCardKey(key) && progress !== undefined ? [[key, progress] as const] : [];
        }),
      );
    });
  }

  async #write(keys: CardKey[], change: (kept: Progress | undefined, key: CardKey) => Progress): Promise<void> {
    // In memory whatever happens; what the device keeps, changed by other tabs since, counts first.
    const apply = (key: CardKey, kept: unknown) => {
      const [own, theirs] = [this.#progress.get(key), readRecord(kept)];
      const latest = own !== undefined && theirs !== undefined ? newest(own, theirs) : (theirs ?? own);
      const next = change(latest, key);
      return next;
    };
    const changed = new Map<CardKey, Progress>();
    const kept = await this.#try(async (database) => {
      const transaction = database.transaction("tarjetas", "readwrite");
      for (const key of keys) {
        const next = apply(key, await transaction.store.get(key));
        changed.set(key, next);
        void transaction.store.put(toRecord(next), key).catch(() => undefined);
      }
      await transaction.done;
      this.trouble = undefined;
      keepValue("repaso", "1");
    });
    for (const key of keys) this.#progress.set(key, changed.get(key) ?? apply(key, undefined));
    if (kept) this.#tell();
    else this.#changed();
  }

  #tell(): void {
    this.#channel?.postMessage("cambió");
    this.#changed();
  }

  async #try(work: (database: IDBPDatabase<Schema>) => Promise<void>): Promise<boolean> {
    try {
      if (this.#database === undefined) return false;
      await work(this.#database);
      return true;
    } catch (error) {
      this.trouble = error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
      return false;
    }
  }
}
