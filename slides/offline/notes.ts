import { recall } from "../runtime/store.ts";

// In a file that was taken along nothing has an address of its own: the notes, which stand in it under their slides, are
// copied into a window beside, or into a panel where no window may open, and follow the slides from there.
const stage = document.querySelector<HTMLElement>(".reveal");
const said = [...document.querySelectorAll<HTMLElement>(".notas-aparte")];

let list: HTMLElement | undefined;

document.addEventListener(
  "keydown",
  (event) => {
    if (!/^[ns]$/iu.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest("input, select, textarea, dialog, [contenteditable], .isla") !== null) return;
    if (recall("mazo-sin-letras") !== undefined) return;
    event.stopPropagation();
    event.preventDefault();
    toggleNotes();
  },
  { capture: true },
);
stage?.addEventListener("slidechanged", follow);

function toggleNotes(): void {
  const panel = document.querySelector(".panel-de-notas");
  if (panel !== null) return panel.remove();
  list = document.createElement("main");
  list.className = "notas";
  for (const one of said) {
    const section = document.createElement("section");
    section.dataset["diapositiva"] = one.dataset["diapositiva"] ?? "";
    section.append(...[...one.childNodes].map((node) => node.cloneNode(true)));
    list.append(section);
  }
  const beside = window.open("", "notas", "popup,width=720,height=800");
  if (beside === null) {
    list.className = "notas panel-de-notas";
    document.body.append(list);
  } else furnish(beside, list);
  follow();
}

function furnish(beside: Window, notes: HTMLElement): void {
  const { documentElement: root, head, body } = beside.document;
  root.lang = document.documentElement.lang;
  const { tema } = document.documentElement.dataset;
  if (tema !== undefined) root.dataset["tema"] = tema;
  beside.document.title = `${document.title}: notas`;
  const styles = [...document.querySelectorAll("style")].map((style) => {
    const copy = beside.document.createElement("style");
    copy.textContent = style.textContent;
    return copy;
  });
  head.replaceChildren(...styles);
  body.replaceChildren(notes);
  // Whoever reads the notes may go on from there.
  beside.addEventListener("keydown", ({ key, shiftKey }) => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey }));
  });
}

function follow(): void {
  const here = document.querySelector(".slides > .present")?.id;
  for (const section of list?.children ?? []) {
    const isHere = section.getAttribute("data-diapositiva") === here;
    section.toggleAttribute("aria-current", isHere);
    if (isHere) section.scrollIntoView({ block: "start" });
  }
}
