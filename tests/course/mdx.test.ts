import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentOf, isJsx, parseMdx, textOf } from "../../src/course/mdx.ts";
import { find, toShape } from "./small-course.ts";

describe("a component", () => {
  test.each([
    ["<Nota>Hola **a todos** [[red]].</Nota>", "<Nota>\n  Hola **a todos** [[red]].\n</Nota>"],
    ["<Nota> Hola </Nota>", "<Nota>\nHola\n</Nota>"],
    ["<Nota><Ejemplo>Hola</Ejemplo></Nota>", "<Nota>\n  <Ejemplo>\n    Hola\n  </Ejemplo>\n</Nota>"],
    ["<Nota><Corte /><Pausa /></Nota>", "<Nota>\n  <Corte />\n  <Pausa />\n</Nota>"],
    ["- <Nota>Hola</Nota>", "- <Nota>\n    Hola\n  </Nota>"],
  ])("%j on one line and on several gives the same tree", (one, several) => {
    expect(toShape(parseMdx(one))).toEqual(toShape(parseMdx(several)));
  });

  test("nested at random gives the same tree on one line and on several", () => {
    const words = fc.constantFrom("uno", "dos *tres*", "[[red]] y más", "`código`", "[@baran1964].");
    const { box } = fc.letrec<{ box: Box; content: Box[] | string }>((tie) => ({
      box: fc.record({ name: fc.constantFrom("Nota", "Ejemplo", "Junto"), content: tie("content") }),
      content: fc.oneof({ maxDepth: 4 }, words, fc.array(tie("box"), { minLength: 1, maxLength: 3 })),
    }));
    fc.assert(
      fc.property(box, (outer) => {
        expect(toShape(parseMdx(toOneLine(outer)))).toEqual(toShape(parseMdx(toLines(outer, ""))));
      }),
    );
  });

  test("inside a sentence stays inside its paragraph", () => {
    const [paragraph] = parseMdx("Antes <Nota>algo</Nota> después.").children;
    expect(paragraph?.type).toBe("paragraph");
    expect(find(parseMdx("Antes <Nota>algo</Nota>."), (node) => isJsx(node)).map(({ type }) => type)).toEqual([
      "mdxJsxTextElement",
    ]);
  });
});

interface Box {
  name: string;
  content: Box[] | string;
}

function toOneLine({ name, content }: Box): string {
  return `<${name}>${typeof content === "string" ? content : content.map(toOneLine).join("")}</${name}>`;
}

function toLines({ name, content }: Box, indent: string): string {
  const inner = `${indent}  `;
  const body = typeof content === "string" ? inner + content : content.map((box) => toLines(box, inner)).join("\n");
  return `${indent}<${name}>\n${body}\n${indent}</${name}>`;
}

test("the text of a node is what a reader sees, with spaces between blocks", () => {
  expect(textOf(parseMdx("- uno\n- dos {/* no */}\n- `tres`"))).toBe("uno dos tres");
});

test("only braces that hold nothing but a comment are a comment", () => {
  const [comment, sum] = parseMdx("{/* I-15 */}\n\n{1 + 1}").children;
  expect(comment && commentOf(comment)).toBe("I-15");
  expect(sum && commentOf(sum)).toBeUndefined();
});

test("positions count in the file, after accents and characters of two units", () => {
  const [text] = find(parseMdx("ñandú 😀 **á**"), ({ type }) => type === "strong");
  expect(text?.position?.start.offset).toBe(9);
});
