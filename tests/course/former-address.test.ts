import { expect, test } from "vitest";
import { toFormerAddresses } from "../../src/course/former-address.ts";
import type { Lesson } from "../../src/course/lesson.ts";

test("each former name of a lesson leads to its page and its deck, under the base", () => {
  const lessons = [
    { slug: "topologias", title: "Topologías", formerSlugs: ["topologia", "redes"] },
    { slug: "docker", title: "Docker", formerSlugs: [] },
  ] as unknown as Lesson[];
  expect(toFormerAddresses({ lessons }, "/sd/")).toEqual([
    { path: "lecciones/topologia", title: "Topologías", href: "/sd/lecciones/topologias/" },
    { path: "diapositivas/topologia", title: "Topologías", href: "/sd/diapositivas/topologias/" },
    { path: "lecciones/redes", title: "Topologías", href: "/sd/lecciones/topologias/" },
    { path: "diapositivas/redes", title: "Topologías", href: "/sd/diapositivas/topologias/" },
  ]);
});
