import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/course/encoding.ts";
import { placeOf } from "../../src/course/text.ts";

const encode = (text: string) => new TextEncoder().encode(text);

test("a text in UTF-8 loses its mark and has plain line ends", () => {
  expect(decode("a", encode("\ufeffñandú\r\n😀\rfin"))).toEqual({ text: "ñandú\n😀\nfin" });
});

describe("a file that is not UTF-8", () => {
  test("is reported where its first wrong byte stands", () => {
    const text = fc.array(fc.constantFrom("a", "ñ", "→", "😀", "\n")).map((characters) => characters.join(""));
    // Latin-1 letters, bytes that never occur, and characters left unfinished.
    const wrong = fc.constantFrom(
      [0xf1, 0x61],
      [0xff],
      [0x80],
      [0xc3, 0x61],
      [0xe2, 0x86, 0x61],
      [0xf0, 0x9f, 0x98, 0x61],
    );
    fc.assert(
      fc.property(text, wrong, text, (before, bytes, after) => {
        const { issue } = decode("a", new Uint8Array([...encode(before), ...bytes, ...encode(after)]));
        expect({ line: issue?.line, column: issue?.column }).toEqual(placeOf(before, before.length));
      }),
    );
  });

  test.each([[[0xc3]], [[0xe2, 0x86]], [[0xf0, 0x9f, 0x98]]])("may end in the middle of a character (%j)", (bytes) => {
    const { issue } = decode("a", new Uint8Array([...encode("uno\nñ"), ...bytes]));
    expect([issue?.line, issue?.column]).toEqual([2, 2]);
  });

  test("counts one line for each kind of line end", () => {
    const { issue } = decode("a", new Uint8Array([...encode("uno\r\ndos\rñ"), 0xff]));
    expect([issue?.line, issue?.column]).toEqual([3, 2]);
  });
});
