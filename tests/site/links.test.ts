import { describe, expect, inject, test } from "vitest";
import { checkSite, readSite } from "./links.ts";
import type { SiteFiles } from "./links.ts";

const sites = [
  { name: "a project's site", folder: inject("siteFolder"), address: "https://catedra.github.io/sd/" },
  { name: "an owner's site", folder: inject("rootFolder"), address: "https://catedra.github.io/" },
];

test.each(sites)("every link, anchor and file of $name exists under its base", ({ folder, address }) => {
  const files = readSite(folder);
  expect(files.size).toBeGreaterThan(15);
  expect(checkSite(files, address)).toEqual([]);
});

describe("a site with one thing broken is found out:", () => {
  const files = readSite(inject("siteFolder"));
  const address = sites[0]!.address;
  const sound = new Set(checkSite(files, address));
  const lesson = [...files.keys()].find((path) => /^lecciones\/.+\/index\.html$/.test(path))!;
  const html = files.get(lesson)!;
  const style = [...files.keys()].find((path) => path.endsWith(".css"))!;
  const without = (path: RegExp): SiteFiles => new Map([...files].filter(([each]) => !path.test(each)));
  const written = (path: string, text: string): SiteFiles => new Map(files).set(path, text);
  const added = (markup: string) => written(lesson, html.replace("</main>", `${markup}</main>`));

  test.each<[string, SiteFiles, string]>([
    ["a link to a page that does not exist", added(`<a href="/sd/nada/">x</a>`), "does not exist"],
    ["a link without the base", added(`<a href="/glosario/">x</a>`), "lacks the base"],
    ["a link without the final slash", added(`<a href="/sd/glosario">x</a>`), "lacks the final /"],
    ["a link with nothing in it", added(`<a href="">x</a>`), "leads nowhere"],
    ["a link without encryption", added(`<a href="http://example.org/">x</a>`), "is not https"],
    ["an anchor that does not exist here", added(`<a href="#nada">x</a>`), "has no such anchor"],
    ["an anchor that does not exist there", added(`<a href="/sd/glosario/#nada">x</a>`), "has no such anchor"],
    ["an image that does not exist", added(`<img src="/sd/nada.png">`), "does not exist"],
    ["one of several images", added(`<img srcset="/sd/nada.png 2x">`), "does not exist"],
    ["a form that goes nowhere", added(`<form action="/sd/nada/"></form>`), "does not exist"],
    [
      "a picture for social networks",
      written(lesson, html.replace(/(og:image" content="[^"]+)/, "$1x")),
      "does not exist",
    ],
    ["two elements with one id", added(`<i id="contenido"></i>`), "two #contenido"],
    ["a label without its field", added(`<label for="nada">x</label>`), "no #nada"],
    ["a description without its text", added(`<p aria-describedby="nada">x</p>`), "no #nada"],
    ["a drawing without its arrow head", added(`<svg><path marker-end="url(#nada)" /></svg>`), "no #nada"],
    ["a script that is gone", without(/^_\/Page.*\.js$/), "does not exist"],
    ["a script that another one loads", without(/^_\/dialog.*\.js$/), "does not exist"],
    ["a style sheet that is gone", without(/\.css$/), "does not exist"],
    ["a font that is gone", without(/chivo-400\..*woff2$/), "does not exist"],
    ["a picture of a style", written(style, `${files.get(style)}a{background:url(/sd/_/x.svg)}`), "does not exist"],
    ["an icon of the manifest", without(/^favicon\.svg$/), "does not exist"],
    [
      "a page of the site map",
      without(/^glosario\/index\.html$/),
      "sitemap.xml: https://catedra.github.io/sd/glosario/",
    ],
    [
      "a relative link in the page for lost addresses",
      written("404.html", files.get("404.html")!.replace("</main>", `<a href="glosario/">x</a></main>`)),
      "is relative",
    ],
  ])("%s", (_, broken, words) => {
    const found = checkSite(broken, address).filter((line) => !sound.has(line));
    expect(found.join("\n")).toContain(words);
  });
});
