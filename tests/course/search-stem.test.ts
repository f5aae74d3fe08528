import { expect, test } from "vitest";
import { toFamily, toStem } from "../../src/course/search-stem.ts";

test.each([
  ["redes", "red"],
  ["imagenes", "imagen"],
  ["volumenes", "volumen"],
  ["nodos", "nodo"],
  ["distribuidas", "distribuido"],
  ["claves", "clave"],
])("%s and %s share a stem", (one, other) => {
  expect(toStem(one)).toBe(toStem(other));
});

test.each([
  ["virtualizar virtualizacion virtual virtuales virtualizado virtualization"],
  ["distribuir distribucion distribuyendo distribuidos"],
  ["replicar replicas replicado replicacion replication"],
  ["escalar escalable escalabilidad scalability"],
  ["persistir persistente persistencia persistence"],
  ["conectar conexion conectados conectividad"],
  ["redundante redundancia redundancy"],
  ["ejecutar ejecucion ejecutable"],
  ["sincronizar sincronizacion synchronization"],
  ["consistente consistencia consistency"],
])("of one family: %s", (words) => {
  expect(new Set(words.split(" ").map(toFamily)).size).toBe(1);
});

test.each([
  ["transparencia", "transistor"],
  ["nodo", "nombre"],
  ["contenedor", "contador"],
  ["red", "registro"],
])("%s and %s are of two", (one, other) => {
  expect(toFamily(one)).not.toBe(toFamily(other));
});
