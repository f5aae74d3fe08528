import type { Browser } from "playwright-core";
import type { Course } from "../../course/course.ts";
import { type Definition, definitionAnchor } from "../../course/definition.ts";
import { readParts } from "../../course/part.ts";
import { printWithContents, separateNumbers } from "./contents.ts";
import { bookStyle } from "./lesson.ts";
import { dress, openOnPaper, type Site } from "./paper.ts";

/** What the page that is printed has to know of the course; its texts come from the site. */
interface Book {
  title: string;
  description: string;
  authors: string;
  licence: string;
  parts: { title: string; chapters: Chapter[] }[];
  /** Alphabetical. */
  terms: { term: string; anchor: string }[];
  site: Site;
}

interface Chapter {
  /** Path of its page, which is its id with a slash at the end. */
  path: string;
  title: string;
  /** Stands over each of its sheets. */
  head: string;
}

/** The whole course on numbered sheets: contents, lessons, sources and an index of its definitions. */
export async function printBook(browser: Browser, site: Site, course: Course): Promise<Uint8Array> {
  const [first] = course.lessons;
  const page = await openOnPaper(browser, site, `lecciones/${first?.slug ?? ""}/`, [bookStyle]);
  try {
    const book = toBook(course, site);
    await dress(page, toHeads(book));
    await page.evaluate(compose, book);
    await page.evaluate(separateNumbers);
    return await printWithContents(page);
  } finally {
    await page.context().close();
  }
}

function toBook(course: Course, site: Site): Book {
  const ofLessons = readParts(course).map(({ numeral, name, lessons }) => ({
    title: `Parte ${numeral} · ${name}`,
    chapters: lessons.map(({ slug, number, title }) => ({
      path: `lecciones/${slug}/`,
      title: `${number} ${title}`,
      head: `${course.name} · ${number} ${title}`,
    })),
  }));
  const sources = { path: "fuentes/", title: "Fuentes", head: `${course.name} · Fuentes` };
  return {
    title: course.name,
    description: course.description.trim(),
    authors: course.authors.join(", "),
    licence: course.licences.text.name,
    parts: [...ofLessons, { title: "", chapters: [sources] }],
    terms: [...course.definitions.values()].map(toTerm).sort((a, b) => a.term.localeCompare(b.term, "es")),
    site,
  };
}

function toTerm({ term, id, lesson }: Definition): Book["terms"][number] {
  return { term, anchor: toAnchor(`lecciones/${lesson}/`, definitionAnchor(id)) };
}

function toAnchor(path: string, id: string): string {
  return `${path.slice(0, -1).replaceAll("/", "-")}--${id}`;
}

// A page rule cannot read the element that it prints: one for each chapter.
function toHeads({ parts, title }: Book): string {
  const rules = parts
    .flatMap(({ chapters }) => chapters)
    .map(({ path, head }) => {
      const name = path.slice(0, -1).replaceAll("/", "-");
      return `#${name} { page: ${name}; } @page ${name} { @top-left { content: ${JSON.stringify(head)}; } }`;
    });
  return [...rules, `@page indice { @top-left { content: ${JSON.stringify(`${title} · Índice`)}; } }`].join("\n");
}

// oxlint-disable unicorn/consistent-function-scoping -- it runs in the page, with nothing but its argument
async function compose({ title, description, authors, licence, parts, terms, site }: Book): Promise<void> {
  const make = (tag: string, className: string, ...content: (Node | string)[]) => {
    const element = document.createElement(tag);
    if (className !== "") element.className = className;
    element.append(...content);
    return element;
  };
  const nameOf = (path: string) => path.slice(0, -1).replaceAll("/", "-");
  const paths = new Map(parts.flatMap(({ chapters }) => chapters).map(({ path }) => [path, nameOf(path)]));

  const toLink = (words: Node[], anchor: string) => {
    const link = make("a", "", ...words, make("span", "hoja")) as HTMLAnchorElement;
    link.setAttribute("href", `#${anchor}`);
    return link;
  };

  // Its ids get its name before them, and its links stay inside the book where they can.
  const adopt = (main: HTMLElement, path: string) => {
    const name = nameOf(path);
    for (const element of main.querySelectorAll("*")) {
      for (const { name: attribute, value } of Array.from(element.attributes)) {
        if (attribute === "id") element.id = `${name}--${value}`;
        else if (/^aria-(labelledby|describedby)$/u.test(attribute))
          element.setAttribute(
            attribute,
            value.replace(/\S+/gu, (id) => `${name}--${id}`),
          );
        else if (attribute === "href" && element.tagName === "A") redirect(element as HTMLAnchorElement, value, path);
        else if (attribute === "href" && value.startsWith("#"))
          element.setAttribute(attribute, `#${name}--${value.slice(1)}`);
        else if (value.includes("url(#")) element.setAttribute(attribute, value.replaceAll("url(#", `url(#${name}--`));
      }
    }
    main.id = name;
    main.classList.add("capitulo");
  };

  const redirect = (link: HTMLAnchorElement, written: string, path: string) => {
    const target = new URL(written, site.served + path);
    if (!target.href.startsWith(site.served)) return;
    const inside = target.pathname.slice(new URL(site.served).pathname.length);
    const name = paths.get(inside);
    if (name === undefined) link.setAttribute("href", site.published + target.href.slice(site.served.length));
    else link.setAttribute("href", target.hash === "" ? `#${name}` : `#${name}--${target.hash.slice(1)}`);
    link.dataset["sitio"] = "";
  };

  const chapters: HTMLElement[] = [];
  const contents = make("ol", "");
  for (const part of parts) {
    const list = make("ol", "");
    for (const chapter of part.chapters) {
      const answer = await fetch(site.served + chapter.path);
      const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      if (!answer.ok || main === null) throw new Error(`El sitio construido no tiene ${chapter.path}.`);
      adopt(main, chapter.path);
      const sections = [...main.querySelectorAll<HTMLElement>(".prosa h2[data-numero]")].map((heading) => {
        const words = heading.cloneNode(true) as HTMLElement;
        for (const tool of words.querySelectorAll(".herramientas-de-seccion, .numero-de-seccion")) tool.remove();
        const number = document.createTextNode(`${heading.dataset["numero"]} `);
        return make("li", "", toLink([number, ...words.childNodes], heading.id));
      });
      const item = make("li", "capitulo-en-contenido", toLink([document.createTextNode(chapter.title)], main.id));
      if (sections.length > 0) item.append(make("ol", "", ...sections));
      list.append(item);
      chapters.push(make("div", "lienzo", document.adoptNode(main)));
    }
    contents.append(make("li", "parte", ...(part.title === "" ? [] : [make("p", "", part.title)]), list));
  }

  const ending = make(
    "li",
    "capitulo-en-contenido",
    toLink([document.createTextNode("Índice de definiciones")], "indice"),
  );
  contents.lastElementChild?.lastElementChild?.append(ending);
  const entries = terms.map(({ term, anchor }) => make("li", "", toLink([document.createTextNode(term)], anchor)));
  const index = make(
    "nav",
    "contenido-impreso indice-de-terminos",
    make("p", "lugar", title),
    // Without a line before it, Chromium’s outline says this title twice.
    make("h1", "", "Índice de definiciones"),
    make("ol", "", ...entries),
  );
  index.id = "indice";

  const cover = make(
    "section",
    "cubierta",
    make("p", "autores", authors),
    make("h1", "", title),
    make("p", "bajada", description),
    make("p", "datos", `${site.published} · ${licence}`),
  );
  document.title = title;
  document.documentElement.dataset["encabezado"] = title;
  document.documentElement.dataset["direccion"] = site.published;
  document.body.replaceChildren(
    cover,
    make("nav", "contenido-impreso del-curso", make("h2", "", "Contenido"), contents),
    ...chapters,
    index,
  );
}
