import { change, LEAST_PROCESSES, MOST_PROCESSES, type Change, type Event, type Execution } from "./execution.ts";

const LETTERS = "efgh";

/** Signs of the fullest execution: a digit, forty events, twenty messages. */
const longest = 200;

/**
 * An execution in few signs, for an address: how many processes, each event as the letter of its line and its place, and
 * each message as two events. The figure of the notes is `2e2e7f1f4f8.e2f4`.
 */
export function writeExecution({ processes, events, messages }: Execution): string {
  const sent = messages.map(({ from, to }) => writeEvent(from) + writeEvent(to)).join("");
  return `${processes}${events.map(writeEvent).join("")}${sent === "" ? "" : `.${sent}`}`;
}

/** The execution of a text. Whatever cannot be in it is left out, so every text gives an execution. */
export function readExecution(text: string): Execution {
  const [drawn = "", sent = ""] = text.slice(0, longest).split(".");
  const count = Math.min(Math.max(Number.parseInt(drawn, 10) || LEAST_PROCESSES, LEAST_PROCESSES), MOST_PROCESSES);
  let execution: Execution = { processes: count, events: [], messages: [] };
  const apply = (asked: Change) => {
    const changed = change(execution, asked);
    if (typeof changed !== "string") execution = changed;
  };
  for (const event of readEvents(drawn)) apply({ type: "add", event });
  const ends = readEvents(sent);
  for (const [at, from] of ends.entries()) {
    const to = ends[at + 1];
    if (at % 2 === 0 && to !== undefined) apply({ type: "send", message: { from, to } });
  }
  return execution;
}

export function writeEvent({ process, place }: Event): string {
  return `${LETTERS[process]}${place}`;
}

/** The event of two signs; nothing if they are others. */
export function readEvent(text: string): Event | undefined {
  if (!/^[e-h]\d$/.test(text)) return undefined;
  return { process: LETTERS.indexOf(text.charAt(0)), place: Number(text.charAt(1)) };
}

function readEvents(text: string): Event[] {
  return (text.match(/[e-h]\d/g) ?? []).flatMap((signs) => readEvent(signs) ?? []);
}
