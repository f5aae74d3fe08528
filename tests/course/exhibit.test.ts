import { expect, test } from "vitest";
import { exhibitLabel } from "../../src/course/exhibit.ts";
import { check, lesson } from "./small-course.ts";

const text = `<Figura archivo="Nodo Uno.svg" alt="x" />

<Comparacion titulo="Costo por año">

| a |
| - |
| b |

</Comparacion>

<Ejemplo>
  <Diagrama nombre="espera" />
</Ejemplo>

\`\`\`mermaid titulo="Un camino" descripcion="x"
flowchart LR
\`\`\`

<Comparacion titulo="Otra" id="otra-tabla">x</Comparacion>
`;

test("figures and tables are numbered apart, in reading order, with their anchors", () => {
  const { course } = check({ "06-redes.mdx": lesson(text) });
  const exhibits = course.lessons[0]?.exhibits ?? [];
  expect(exhibits.map((exhibit) => [exhibitLabel(exhibit), exhibit.anchor, exhibit.diagram])).toEqual([
    ["Figura 6.1", "fig-nodo-uno", undefined],
    ["Tabla 6.1", "tabla-costo-por-ano", undefined],
    ["Figura 6.2", "fig-espera", "espera"],
    ["Figura 6.3", "fig-un-camino", "un-camino"],
    ["Tabla 6.2", "tabla-otra-tabla", undefined],
  ]);
});
