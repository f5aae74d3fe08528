import { uncoveredCharacters } from "../../course/characters.ts";
import { type DiagramSource, diagramType, typeKeywords } from "../../course/diagram.ts";
import type { Issue } from "../../course/issue.ts";
import { type Place, toIssue } from "../../course/place.ts";
import { authorClasses, classTypes, toClassList, toColourRemedy } from "./author-classes.ts";
import { placeIn } from "./mermaid-code.ts";

/** What can be said about a diagram without drawing it. */
export function checkSource(source: DiagramSource): Issue[] {
  const lines = source.code.split(/\r?\n/u);
  const { type, keyword, line } = diagramType(source.code);
  const at = (index: number, column: number) => placeIn(source, index + 1, column + 1);
  if (keyword === "---") {
    const issue = toIssue(at(line - 1, 0), ownConfiguration, "Ese encabezado se puede borrar.");
    const end = lines.indexOf("---", line);
    // Only the type is looked at: with the header gone, the rest is said at its own place.
    const inner = diagramType(lines.slice(end + 1).join("\n"));
    const isKnown = end < 0 || inner.type !== undefined;
    return isKnown ? [issue] : [issue, toTypeIssue(inner.keyword, at(end + inner.line, 0))];
  }
  if (type === undefined) return [toTypeIssue(keyword, at(line - 1, 0))];
  if (source.steps.length > 0 && type !== "flowchart") {
    const message = "Solo un diagrama «flowchart» se muestra por partes.";
    return [toIssue(at(line - 1, 0), message, "El dato «partes» se puede borrar.")];
  }
  const declared = new Set(
    [...source.code.matchAll(/^\s*classDef\s+([\w,-]+)/gmu)].flatMap(([, names = ""]) => names.split(",")),
  );
  return lines.flatMap((text, index) => {
    const atColumn = (column: number) => at(index, column);
    return text.trimStart().startsWith("%%")
      ? checkComment(text, atColumn)
      : [
          ...checkCharacters(text, atColumn),
          ...checkColours(text, type, atColumn),
          ...checkClasses(text, type, declared, atColumn),
          ...(type === "architecture" ? checkIcons(text, atColumn) : []),
        ];
  });
}

function toTypeIssue(keyword: string, place: Place): Issue {
  const written = keyword === "" ? "El diagrama no dice de qué tipo es." : `No hay diagramas de tipo «${keyword}».`;
  return toIssue(place, written, `Los tipos son ${typeKeywords.join(", ")}.`);
}

type PlaceAt = (column: number) => Place;

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
const box = /(?<=^\s*)(?:rect|box)\s+(?:#|rgba?\(|hsla?\()/u;

function checkColours(text: string, type: string, at: PlaceAt): Issue[] {
  const found = (styling.test(text) ? colour.exec(text) : null) ?? box.exec(text);
  if (found === null) return [];
  const message = `El color «${found[0].trim()}» sería el mismo en el tema claro y en el oscuro.`;
  return [toIssue(at(found.index), message, toColourRemedy(type))];
}

function checkClasses(text: string, type: string, declared: Set<string>, at: PlaceAt): Issue[] {
  const written = [...text.matchAll(/:::([\w-]+)/gu)];
  if (!classTypes.has(type)) {
    return written.map(({ 0: all, index }) =>
      toIssue(at(index), `Los diagramas de este tipo no muestran clases como «${all}».`, "Se puede borrar."),
    );
  }
  return written
    .filter(([, name = ""]) => !Object.hasOwn(authorClasses, name) && !declared.has(name))
    .map(({ 1: name = "", index }) => {
      return toIssue(at(index), `La clase «${name}» no existe.`, `Las clases son ${toClassList()}.`);
    });
}

/** The pictures that Mermaid brings for services and groups; others would come from packages that it does not have. */
const icons = ["cloud", "database", "disk", "internet", "server"];

function checkIcons(text: string, at: PlaceAt): Issue[] {
  const [, head = "", name = ""] = /^(\s*(?:service|group)\s+\w+\s*\()([^)]*)/u.exec(text) ?? [];
  if (head === "" || icons.includes(name)) return [];
  return [toIssue(at(head.length), `No hay una imagen «${name}».`, `Las imágenes son ${icons.join(", ")}.`)];
}
