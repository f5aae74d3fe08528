// The notes follow the deck that is shown in another window of this browser.
const main = document.querySelector<HTMLElement>("main[data-canal]");
if (main !== null && "BroadcastChannel" in window) {
  const channel = new BroadcastChannel(main.dataset["canal"] ?? "");
  channel.addEventListener("message", ({ data }: MessageEvent<{ slide?: string }>) => {
    if (data.slide !== undefined) show(main, data.slide);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
  channel.postMessage({ joins: true, role: "notas" });
}

function show(notes: HTMLElement, id: string): void {
  for (const section of notes.querySelectorAll("[data-diapositiva]")) {
    const isHere = section.getAttribute("data-diapositiva") === id;
    section.toggleAttribute("aria-current", isHere);
    if (isHere) section.scrollIntoView({ block: "start" });
  }
}
