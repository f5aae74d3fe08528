import { parentPort, workerData } from "node:worker_threads";
import type { FontFile } from "../fonts.ts";
import { openTextMetrics } from "../text-metrics.ts";
import { finish, type FinishedDrawing, type Job } from "./finish.ts";
import { UnknownColour } from "./palette.ts";
import { compileMermaid, withDrawing } from "./realm.ts";
import { type ParserError, toParserError } from "./syntax-issue.ts";

export interface WorkerSettings {
  /** Path of `mermaid.min.js`. */
  mermaid: string;
  fonts: Record<FontFile, string>;
}

export type Answer =
  | { kind: "drawing"; drawing: FinishedDrawing }
  | { kind: "colour"; colour: string }
  | { kind: "syntax"; error: ParserError }
  | { kind: "failure"; message: string };

const settings = workerData as WorkerSettings;
const script = await compileMermaid(settings.mermaid);
const metrics = await openTextMetrics(settings.fonts);

parentPort?.on("message", (job: Job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void draw(job).then((answer) => parentPort?.postMessage(answer));
});

async function draw(job: Job): Promise<Answer> {
  try {
    return await withDrawing(script, metrics, job.code, (drawn) => finishSafely(drawn, job));
  } catch (thrown) {
    return { kind: "syntax", error: toParserError(thrown) };
  }
}

// What goes wrong after Mermaid is done is never the author's syntax.
function finishSafely(drawn: Parameters<typeof finish>[0], job: Job): Answer {
  try {
    return { kind: "drawing", drawing: finish(drawn, job) };
  } catch (thrown) {
    if (thrown instanceof UnknownColour) return { kind: "colour", colour: thrown.colour };
    return { kind: "failure", message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
