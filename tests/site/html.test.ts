import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { readLesson, readPages } from "./pages.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // How an empty element is closed and how long a title is are matters of taste to HTML.
    "void-style": "off",
    "long-title": "off",
    // A computed width has no other place: the policy stops styles in the page.
    "no-deprecated-attr": "off",
  },
});

async function findErrors(path: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path || "index.html");
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
  );
}

test("every page is valid HTML", async () => {
  const pages = readPages(inject("siteFolder"));
  const errors = await Promise.all(pages.map(({ path, html }) => findErrors(path, html)));
  expect(errors.flat()).toEqual([]);
});

test.each([
  ["an element that does not close", "<div>"],
  ["a list inside a paragraph", "<p>x<ul><li>x</li></ul></p>"],
  ["an image without its text", `<img src="/sd/favicon.svg">`],
  ["a button without a name", `<button type="button"></button>`],
  ["a style in the page", `<p style="color: red">x</p>`],
])("a page with %s is found out", async (_, markup) => {
  const { path, html } = readLesson(inject("siteFolder"));
  const sound = await findErrors(path, html);
  const broken = await findErrors(path, html.replace("</main>", `${markup}</main>`));
  expect(broken.length).toBeGreaterThan(sound.length);
});
