const delay = 300;

/** Resting on a term, or reaching it with the keyboard, shows its definition; Escape hides it. */
export function previewTerms(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let panel: HTMLElement | undefined;

  const hide = () => {
    clearTimeout(timer);
    panel?.remove();
    panel = undefined;
  };
  const show = (link: HTMLAnchorElement) => {
    hide();
    panel = toPanel(link);
    panel.addEventListener("pointerleave", hide);
    (document.querySelector("main") ?? document.body).append(panel);
    place(panel, link);
  };

  document.addEventListener("pointerover", (event) => {
    const link = termOf(event);
    if (link === null || event.pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(() => show(link), delay);
  });
  document.addEventListener("pointerout", (event) => {
    if (termOf(event) === null) return;
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !panel?.contains(to)) hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!panel?.contains(event.target as Node)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

function termOf(event: Event): HTMLAnchorElement | null {
  return (event.target as Element).closest<HTMLAnchorElement>("a.termino[data-texto]");
}

function toPanel(link: HTMLAnchorElement): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "vista-previa";
  panel.setAttribute("role", "note");
  const [term, text, more] = ["p", "p", "p"].map((tag) => document.createElement(tag));
  const name = document.createElement("strong");
  name.className = "resaltado";
  name.textContent = link.dataset["termino"] ?? "";
  const anchor = document.createElement("a");
  anchor.href = link.href;
  anchor.textContent = "Ver en el apunte";
  term!.append(name);
  text!.textContent = link.dataset["texto"] ?? "";
  more!.append(anchor);
  panel.append(term!, text!, more!);
  return panel;
}

// Touching the link, so that the pointer can reach the panel; above it when there is no room below.
function place(panel: HTMLElement, link: HTMLElement): void {
  const { left, top, bottom } = link.getBoundingClientRect();
  const below = bottom + panel.offsetHeight < innerHeight || top < panel.offsetHeight;
  const x = Math.max(20, Math.min(left, document.documentElement.clientWidth - panel.offsetWidth - 20));
  panel.style.left = `${x + scrollX}px`;
  panel.style.top = `${(below ? bottom : top - panel.offsetHeight) + scrollY}px`;
}
