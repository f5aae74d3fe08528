import type { Point } from "./pointing.ts";

/** The window that the room sees, the small copy in the speaker's window, or the notes by themselves. */
export type Role = "sala" | "ahora" | "notas";

/** Where a deck is. */
export interface Place {
  /** Id of the slide. */
  slide: string;
  /** Steps that are shown of it, from 0. */
  step: number;
  /** The screen of the room is black. */
  black: boolean;
  ratio: "16:9" | "4:3";
}

/** What the windows of one deck tell each other. */
export interface Message extends Partial<Place> {
  role?: Role;
  /** The window was opened just now: what the other one shows counts. */
  joins?: boolean;
  /** Whether anyone shows the deck; the answer says only that, since a place may have changed on the way. */
  asks?: boolean;
  leaves?: boolean;
  /** A key that the room's window acts on. */
  key?: string;
  /** The speaker points here; `null` stops. */
  pointer?: Point | null;
}

/** The channel of the deck; nothing in a browser without channels. */
export function openChannel(name: string | undefined): BroadcastChannel | undefined {
  return name === undefined || !("BroadcastChannel" in window) ? undefined : new BroadcastChannel(name);
}

export function tell(channel: BroadcastChannel | undefined, message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
  channel?.postMessage(message);
}
