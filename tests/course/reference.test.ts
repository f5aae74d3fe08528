import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPieces, readTarget, TermIndex, toPlainText } from "../../src/course/reference.ts";

describe("prose", () => {
  test("is cut into text, terms and citations", () => {
    expect(readPieces("El [[reloj global: reloj]] no existe [@a, p. 11; @b].")).toEqual([
      { kind: "text", value: "El ", offset: 0 },
      { kind: "term", name: "reloj global", shown: "reloj", offset: 3 },
      { kind: "text", value: " no existe ", offset: 26 },
      {
        kind: "citation",
        offset: 37,
        citations: [
          { key: "a", locator: "p. 11", offset: 39 },
          { key: "b", locator: undefined, offset: 50 },
        ],
      },
      { kind: "text", value: ".", offset: 52 },
    ]);
  });

  test("knows where each key is written", () => {
    const text = "x [@a;  @b , p. 1;c;@d p. 3]";
    const [, citation] = readPieces(text);
    const citations = citation?.kind === "citation" ? citation.citations : [];
    expect(citations.map(({ key }) => key)).toEqual(["a", "b", "c", "d p. 3"]);
    expect(citations.map(({ key, offset }) => text.slice(offset, offset + key.length))).toEqual([
      "a",
      "b",
      "c",
      "d p. 3",
    ]);
  });

  test("is covered by its pieces without gaps or overlaps", () => {
    const part = fc.constantFrom("[[a]]", "[[", "]]", "[@k]", "[@", "]", "texto ", "ñ😀", "[[a: b]]", ";");
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        const pieces = readPieces(text);
        for (const [index, piece] of pieces.entries()) {
          const end = pieces[index + 1]?.offset ?? text.length;
          const written = text.slice(piece.offset, end);
          const whole =
            piece.kind === "text" ? written === piece.value : /^\[(?:\[[^[\]]+\]|@[^[\]]+)\]$/.test(written);
          expect(whole).toBe(true);
        }
        expect(pieces[0]?.offset ?? 0).toBe(0);
      }),
    );
  });

  test("loses its citations and brackets as plain text", () => {
    expect(toPlainText("Un [[reloj: cronómetro]] [@a], o dos [@b].")).toBe("Un cronómetro, o dos.");
  });
});

test("a term is found without accents or capitals, and shown as written", () => {
  const terms = new TermIndex();
  terms.add("Topología en Árbol", "arbol");
  expect(terms.find("topologia  en arbol")).toBe("arbol");
  expect(terms.find("topologia")).toBeUndefined();
  expect([...terms.names()]).toEqual(["Topología en Árbol"]);
});

test.each([
  ["https://a.org/#x", { kind: "outside", url: "https://a.org/#x" }],
  ["mailto:a@b.org", { kind: "outside", url: "mailto:a@b.org" }],
  ["#x", { kind: "lesson", slug: undefined, anchor: "x" }],
  ["redes", { kind: "lesson", slug: "redes", anchor: undefined }],
  ["redes#x", { kind: "lesson", slug: "redes", anchor: "x" }],
  ["/glosario/", { kind: "page", path: "/glosario/", anchor: undefined }],
  ["httpsx", { kind: "lesson", slug: "httpsx", anchor: undefined }],
])("the link %s has its target", (url, target) => {
  expect(readTarget(url)).toEqual(target);
});
