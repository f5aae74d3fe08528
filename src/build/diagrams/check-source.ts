import { uncoveredCharacters } from "../../course/characters.ts";
import { type DiagramSource, diagramType, diagramTypes } from "../../course/diagram.ts";
import type { Issue } from "../../course/issue.ts";
import { toIssue } from "../../course/place.ts";
import { authorClasses } from "./author-classes.ts";
import { placeIn } from "./mermaid-code.ts";

/** What can be said about a diagram without drawing it. */
export function checkSource(source: DiagramSource): Issue[] {
  const { type, keyword, line } = diagramType(source.code);
  if (keyword === "---")
    return [toIssue(placeIn(source, line, 1), ownConfiguration, "Ese encabezado se puede borrar.")];
  if (type === undefined) {
    const written = keyword === "" ? "El diagrama no dice de qué tipo es." : `No hay diagramas de tipo «${keyword}».`;
    const remedy = `Los tipos son ${Object.keys(diagramTypes).join(", ")}.`;
    return [toIssue(placeIn(source, line, 1), written, remedy)];
  }
  if (source.steps.length > 0 && type !== "flowchart") {
    const message = "Solo un diagrama «flowchart» se muestra por partes.";
    return [toIssue(placeIn(source, line, 1), message, "El dato «partes» se puede borrar.")];
  }
  const lines = source.code.split(/\r?\n/u);
  const declared = new Set(
    [...source.code.matchAll(/^\s*classDef\s+([\w,-]+)/gmu)].flatMap(([, names = ""]) => names.split(",")),
  );
  return lines.flatMap((text, index) => {
    const at = (column: number) => placeIn(source, index + 1, column + 1);
    return text.trimStart().startsWith("%%")
      ? checkComment(text, at)
      : [
          ...checkCharacters(text, at),
          ...checkColours(text, at),
          ...checkClasses(text, declared, at),
          ...(type === "architecture" ? checkIcons(text, at) : []),
        ];
  });
}

type PlaceAt = (column: number) => ReturnType<typeof placeIn>;

const classList = Object.entries(authorClasses)
  .map(([name, use]) => `:::${name} (${use})`)
  .join(", ");

const ownConfiguration = "El diagrama trae su propia configuración, y todos se dibujan con la misma.";

function checkComment(text: string, at: PlaceAt): Issue[] {
  if (!text.includes("%%{")) return [];
  return [toIssue(at(text.indexOf("%%{")), ownConfiguration, "Esa línea «%%{…}%%» se puede borrar.")];
}

function checkCharacters(text: string, at: PlaceAt): Issue[] {
  return uncoveredCharacters(text, "text").map(({ character, index }) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const message = `Las letras del curso no tienen el carácter «${character}» (U+${code}).`;
    return toIssue(at(index), message, "Hay que escribirlo con palabras o con otro signo, por ejemplo → ⇒ ≤ × ✓ ✗.");
  });
}

const styling = /^\s*(?:classDef|style|linkStyle)\b/u;
const colour = /\b(?:fill|stroke|color|background)\s*:\s*(?!none\b|transparent\b)[^,;]+/u;
const box = /^\s*(?:rect|box)\s+(?:#|rgba?\(|hsla?\()/u;

function checkColours(text: string, at: PlaceAt): Issue[] {
  const found = (styling.test(text) ? colour.exec(text) : null) ?? box.exec(text);
  if (found === null) return [];
  const message = `El color «${found[0].trim()}» sería el mismo en el tema claro y en el oscuro.`;
  return [toIssue(at(found.index), message, `En su lugar hay clases con nombre: ${classList}.`)];
}

function checkClasses(text: string, declared: Set<string>, at: PlaceAt): Issue[] {
  return [...text.matchAll(/:::([\w-]+)/gu)]
    .filter(([, name = ""]) => !Object.hasOwn(authorClasses, name) && !declared.has(name))
    .map(({ 1: name = "", index }) => {
      return toIssue(at(index), `La clase «${name}» no existe.`, `Las clases son ${classList}.`);
    });
}

/** The pictures that Mermaid brings for services and groups; others would come from packages that it does not have. */
const icons = ["cloud", "database", "disk", "internet", "server"];

function checkIcons(text: string, at: PlaceAt): Issue[] {
  const [, head = "", name = ""] = /^(\s*(?:service|group)\s+\w+\s*\()([^)]*)/u.exec(text) ?? [];
  if (head === "" || icons.includes(name)) return [];
  return [toIssue(at(head.length), `No hay una imagen «${name}».`, `Las imágenes son ${icons.join(", ")}.`)];
}
