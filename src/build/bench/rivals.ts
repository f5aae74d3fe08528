import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Marp } from "@marp-team/marp-core";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toHtml } from "hast-util-to-html";

/** A slide as any tool could show it: its title and the HTML under it. */
interface PlainSlide {
  title: string;
  body: string;
}

/** The slides of a deck of ours without what is ours: classes, footers, arrangement. */
export function readPlainSlides(deckHtml: string): PlainSlide[] {
  return selectAll(".slides > section", fromHtml(deckHtml)).map((slide) => {
    const heading = select("h1, h2", slide);
    const body = select(".cuerpo", slide);
    return {
      title: heading === undefined ? "" : toHtml(heading.children),
      body:
        body === undefined
          ? selectAll(":scope > p, :scope > ol", slide)
              .map((one) => toHtml(one))
              .join("")
          : toHtml(body.children),
    };
  });
}

/** A deck as Reveal's own guide says to write it, with the theme that its first example uses. */
export function writeReveal(folder: string, slides: readonly PlainSlide[]): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ["reveal.js", "reveal.css", "reset.css", "theme/black.css"]) {
    cpSync(join("node_modules/reveal.js/dist", file), join(folder, file));
  }
  const sections = slides.map(({ title, body }) => `<section><h2>${title}</h2>${body}</section>`).join("\n");
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Reveal</title>
<link rel="stylesheet" href="reset.css"><link rel="stylesheet" href="reveal.css"><link rel="stylesheet" href="theme/black.css"></head>
<body><div class="reveal"><div class="slides">${sections}</div></div><script src="reveal.js"></script><script>Reveal.initialize({ hash: true });</script></body></html>`,
  );
}

/** The same slides as Marp draws them; its own script only scales text, keys are a matter of its command. */
export function writeMarp(folder: string, slides: readonly PlainSlide[]): void {
  mkdirSync(folder, { recursive: true });
  const marp = new Marp({ html: true, script: { source: "inline" } });
  const text = slides
    .map(({ title, body }) => `<h2>${title}</h2>\n\n${body.replace(/\n\s*\n/gu, "\n")}`)
    .join("\n\n---\n\n");
  const { html, css } = marp.render(text);
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Marp</title><style>${css}</style></head><body>${html}</body></html>`,
  );
}

/** A deck of ours with so many slides: those of a real one over and over, under other ids. */
export function writeSynthetic(folder: string, deckHtml: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const start = deckHtml.indexOf("<section ");
  const end = deckHtml.lastIndexOf("</section>") + "</section>".length;
  const sections = deckHtml.slice(start, end).split(/(?=<section )/u);
  const many = Array.from({ length: count }, (_, index) =>
    (sections[index % sections.length] ?? "")
      .replaceAll(/ id="([^"]*)"/gu, ` id="$1-${index}"`)
      .replaceAll(
        /(aria-labelledby|aria-describedby)="([^"]*)"/gu,
        (_all, name: string, ids: string) =>
          `${name}="${ids
            .split(" ")
            .map((id) => `${id}-${index}`)
            .join(" ")}"`,
      )
      .replaceAll(/url\(#([^)]*)\)/gu, `url(#$1-${index})`),
  );
  writeFileSync(join(folder, "index.html"), deckHtml.slice(0, start) + many.join("") + deckHtml.slice(end));
}

export function readDeck(siteFolder: string, deck: string): string {
  return readFileSync(join(siteFolder, "diapositivas", deck, "index.html"), "utf8");
}
