import { expect, test } from "vitest";
import { showLinks, toFileName, toHiddenLink, toLinkWords } from "../../src/course/download.ts";

test("a link comes into sight with its file, and only then", () => {
  const link = '<a href="/sd/descargas/folleto-topologias.pdf" download>PDF</a>';
  const page = `<p>${toHiddenLink("folleto-topologias.pdf", link)}${toHiddenLink("otro.pdf", "<a>otro</a>")}</p>`;
  expect(page).not.toMatch(/^<p><a/u);
  const shown = showLinks(page, new Set(["folleto-topologias.pdf"]));
  expect(shown).toBe(`<p>${link}${toHiddenLink("otro.pdf", "<a>otro</a>")}</p>`);
  expect(showLinks(shown, new Set(["otro.pdf"]))).toBe(`<p>${link}<a>otro</a></p>`);
  expect(showLinks(page, new Set())).toBe(page);
});

test("files have different names, and links say what they lead to", () => {
  const kinds = ["slides", "steps", "handout", "text", "offline", "editable"] as const;
  expect(new Set(kinds.map((kind) => toFileName(kind, "curso"))).size).toBe(kinds.length);
  expect(toFileName("steps", "parte-1")).toBe("diapositivas-parte-1-por-pasos.pdf");
  const { label, rest } = toLinkWords("handout", "Topologías");
  expect(`${label} ${rest}`).toBe("PDF con notas de Topologías");
});
