/** Text that is HTML or SVG already: what a view gives, at build and in the browser alike. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | false | undefined | readonly Content[];

/**
 * Markup written as a template. What is filled in is escaped, unless it is markup; lists are joined;
 * `undefined` and `false` leave nothing.
 */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Markup {
  let lines = onOneLine.get(parts);
  if (lines === undefined) onOneLine.set(parts, (lines = parts.map((part) => part.replace(/\s*\n\s*/g, " "))));
  return new Markup(lines.reduce((text, part, index) => text + toText(contents[index - 1]) + part));
}

/** Templates without the lines they are written on, which would weigh in every page. */
const onOneLine = new WeakMap<TemplateStringsArray, string[]>();

function toText(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "number") return String(content);
  if (Array.isArray(content)) return content.map(toText).join("");
  return String(content).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
