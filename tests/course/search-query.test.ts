import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery, toWords } from "../../src/course/search-query.ts";

const course = "Sistemas Distribuidos";

test.each([
  ["¿Qué es la transparencia?", "transparencia"],
  ["definición de DEADLOCK", "deadlock"],
  ["para qué sirve un volumen", "volumen"],
  ["q es tcp", "tcp"],
  ["diferencia entre fallo y error", "fallo error"],
  ["topología estrella vs anillo", "topologia estrella anillo"],
  ["escalabilidad en sistemas distribuidos", "escalabilidad"],
  ["ventajas de un sistema distribuido", "ventajas"],
  ["qué es un sistema distribuido", "sistema distribuido"],
  ["sistemas distribuidos", "sistemas distribuidos"],
  ["docker-compose.yml", "docker compose yml"],
  ["qué es", "que es"],
  ["", ""],
])("«%s» asks for «%s»", (text, words) => {
  expect(readQuery(text, course).words.join(" ")).toBe(words);
});

test("a question that has words is never left without", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readQuery(text, course).words.length > 0).toBe(toWords(text).length > 0);
    }),
  );
});
