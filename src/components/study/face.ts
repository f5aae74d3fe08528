import type { Ask, CardKey } from "../../course/card.ts";
import { make } from "./elements.ts";
import type { Texts } from "./texts.ts";

/** The two sides of a card. */
export interface Face {
  label: string;
  front: HTMLElement[];
  back: HTMLElement[];
}

/** The sides of the card, or nothing when the course has no such card any more. */
export function toFace(key: CardKey, texts: Texts): Face | undefined {
  const [id = "", ask] = key.split(":") as [string, Ask];
  return ask === "responder" ? toQuestionFace(id, texts) : toDefinitionFace(id, ask, texts);
}

function toQuestionFace(id: string, texts: Texts): Face | undefined {
  const question = texts.questions.get(id);
  if (question === undefined) return undefined;
  return {
    label: `Pregunta: ${question.kind}, dificultad ${question.difficulty} de 3 · ${place(question.lesson, texts)}`,
    front: [make("p", { class: "pregunta-de-tarjeta" }, question.question)],
    back: [make("p", { class: "texto-de-tarjeta" }, question.answer), toLinks(question)],
  };
}

function toDefinitionFace(id: string, ask: Ask, texts: Texts): Face | undefined {
  const definition = texts.definitions.get(id);
  if (definition === undefined) return undefined;
  const { term, names, text, riddle = text, author, confusion, lesson } = definition;
  const quote = (words: string) => (author === undefined ? words : `«${words}»`);
  const asked = { definir: "Término → definición", nombrar: "Definición → término", autor: "¿Quién lo dijo?" };
  const more = [
    names.length > 0 && make("p", { class: "nombres-de-tarjeta" }, names.join(", ")),
    confusion !== undefined &&
      make("p", { class: "datos-de-tarjeta" }, make("strong", {}, "No confundir:"), ` ${confusion}`),
    toLinks(definition),
  ].filter((each) => each !== false);
  const label = `${asked[ask as keyof typeof asked]} · ${place(lesson, texts)}`;
  if (ask === "definir") {
    const said = author !== undefined && make("p", { class: "datos-de-tarjeta" }, make("strong", {}, author));
    return {
      label,
      front: [marked(term)],
      back: [make("p", { class: "texto-de-tarjeta" }, quote(text)), ...(said ? [said] : []), ...more],
    };
  }
  return {
    label,
    front: [make("p", { class: "pregunta-de-tarjeta" }, quote(ask === "autor" ? text : riddle))],
    back: [marked(ask === "autor" ? (author ?? "") : term), ...more],
  };
}

function marked(words: string): HTMLElement {
  return make("p", { class: "termino-de-tarjeta" }, make("span", { class: "resaltado" }, words));
}

function place(slug: string, texts: Texts): string {
  const lesson = texts.lessons.get(slug);
  return lesson === undefined ? "" : `${lesson.number} · ${lesson.title}`;
}

function toLinks({ notes, slide }: { notes: string; slide: string }): HTMLElement {
  return make(
    "p",
    { class: "enlaces-de-tarjeta" },
    make("a", { href: notes }, "Ver en el apunte"),
    make("a", { href: slide }, "Diapositiva"),
  );
}
