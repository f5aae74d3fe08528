import { expect, test } from "vitest";
import { nearest, toRemedy } from "../../src/course/suggestion.ts";

test.each([
  ["pithon", "python"],
  ["RELÓJ", "reloj"],
  ["xyz", undefined],
  ["", undefined],
])("the word nearest to %j is %j", (word, expected) => {
  expect(nearest(word, ["python", "reloj", "red"])).toBe(expected);
});

test("of two near words the nearest is chosen, whatever their order", () => {
  expect(nearest("relojes", ["relojero", "relojes"])).toBe("relojes");
  expect(nearest("relojes", ["relojes", "relojero"])).toBe("relojes");
});

test("a remedy proposes what is near, else says what there is", () => {
  expect(toRemedy("Notta", ["Nota"], "Hay Nota.", (near) => `<${near}>`)).toBe("Tal vez sea <Nota>.");
  expect(toRemedy("Zzz", ["Nota"], "Hay Nota.")).toBe("Hay Nota.");
});
