import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FontFile } from "../fonts.ts";
import type { Job } from "./finish.ts";
import type { Answer, WorkerSettings } from "./worker.ts";

/** Windows leave memory behind (about 12 MB each), so the thread is replaced now and then. */
const jobsPerWorker = 50;

/** Draws diagrams one after another in a worker thread, which starts with the first job. */
export class Draughtsman {
  readonly #file: string;
  readonly #settings: WorkerSettings;
  #worker: Worker | undefined;
  #done = 0;

  constructor(root: string, fonts: Record<FontFile, string>) {
    // By path from the root and not relative to this module, which a bundler may have moved.
    this.#file = join(root, "src/build/diagrams/worker.ts");
    this.#settings = { mermaid: join(root, "node_modules/mermaid/dist/mermaid.min.js"), fonts };
  }

  /** One job at a time. Throws when the thread itself fails. */
  async draw(job: Job): Promise<Answer> {
    if (this.#done >= jobsPerWorker) await this.close();
    this.#worker ??= new Worker(this.#file, {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 },
    });
    this.#done += 1;
    const answer = once(this.#worker, "message");
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(job);
    const [message] = (await answer) as [Answer];
    return message;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
    this.#done = 0;
  }
}
