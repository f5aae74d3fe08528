/** A small CSS cascade: enough for the style sheets that Mermaid writes into its drawings. */

export interface Declaration {
  value: string;
  important: boolean;
}

interface Rule {
  selector: string;
  /** Class (`.x`), id (`#x`) or tag of the last compound, so that most rules are never matched; "*" matches all. */
  key: string;
  specificity: number;
  order: number;
  declarations: Map<string, Declaration>;
}

/** Reads the plain rules of a style sheet; conditional rules and animations are left out. */
export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();

  /** With `kept`, rules that set none of these properties are left out: matching selectors is what takes time. */
  constructor(css: string, kept?: ReadonlySet<string>) {
    let order = 0;
    for (const { prelude, body } of readBlocks(css.replaceAll(/\/\*[\s\S]*?\*\//gu, ""))) {
      const declarations = readDeclarations(body);
      if (prelude.startsWith("@") || declarations.size === 0) continue;
      if (kept?.isDisjointFrom(declarations)) continue;
      for (const selector of splitSelectors(prelude)) {
        const rule = { selector, key: toKey(selector), specificity: toSpecificity(selector), order, declarations };
        order += 1;
        this.#rules.set(rule.key, [...(this.#rules.get(rule.key) ?? []), rule]);
      }
    }
  }

  /** What the rules and the `style` attribute say about the element itself, cascaded; nothing inherited. */
  declarationsOf(element: Element): Map<string, Declaration> {
    const matching = this.#candidates(element)
      .filter((rule) => matches(element, rule.selector))
      .sort((a, b) => a.specificity - b.specificity || a.order - b.order);
    const cascaded = new Map<string, Declaration>();
    for (const rule of matching) merge(cascaded, rule.declarations);
    merge(cascaded, readDeclarations(element.getAttribute("style") ?? ""));
    return cascaded;
  }

  #candidates(element: Element): Rule[] {
    const keys = ["*", element.localName.toLowerCase(), `#${element.id}`];
    for (const name of element.classList) keys.push(`.${name}`);
    return keys.flatMap((key) => this.#rules.get(key) ?? []);
  }
}

/** `a: b; c: d !important` as a map; names in lower case. */
export function readDeclarations(text: string): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const raw = part.slice(colon + 1).trim();
    const important = /!\s*important$/iu.test(raw);
    const value = raw.replace(/\s*!\s*important$/iu, "").trim();
    if (value === "" || value === "undefined") continue;
    declarations.set(part.slice(0, colon).trim().toLowerCase(), { value, important });
  }
  return declarations;
}

function merge(target: Map<string, Declaration>, source: Map<string, Declaration>): void {
  for (const [name, declaration] of source) {
    if (target.get(name)?.important && !declaration.important) continue;
    target.set(name, declaration);
  }
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false; // A selector that the DOM does not know matches nothing, as in browsers.
  }
}

function readBlocks(css: string): { prelude: string; body: string }[] {
  const blocks: { prelude: string; body: string }[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let index = 0; index < css.length; index += 1) {
    if (css[index] === "{") {
      if (depth === 0) open = index;
      depth += 1;
    } else if (css[index] === "}") {
      depth -= 1;
      if (depth !== 0) continue;
      blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
      start = index + 1;
    }
  }
  return blocks;
}

function splitSelectors(prelude: string): string[] {
  // Commas inside :is(…) or [data-x="a,b"] do not separate selectors.
  return prelude
    .split(/,(?![^([]*[)\]])/u)
    .map((selector) => selector.trim())
    .filter((selector) => selector !== "");
}

function toKey(selector: string): string {
  const last = selector.split(/[\s>+~]+(?![^([]*[)\]])/u).at(-1) ?? "";
  const plain = last.replaceAll(/\([^)]*\)|\[[^\]]*\]|::?[\w-]+/gu, "");
  const name = /[.#][\w-]+/u.exec(plain)?.[0];
  if (name !== undefined) return name;
  const tag = /^[a-z][\w-]*/iu.exec(plain)?.[0];
  return tag === undefined ? "*" : tag.toLowerCase();
}

function toSpecificity(selector: string): number {
  const ids = selector.match(/#[\w-]+/gu)?.length ?? 0;
  const classes = selector.match(/\.[\w-]+|\[[^\]]*\]|(?<!:):(?!:|not\(|is\(|where\()[\w-]+/gu)?.length ?? 0;
  const tags = selector.match(/(?:^|[\s>+~(])[a-z][\w-]*|::[\w-]+/giu)?.length ?? 0;
  return ids * 10_000 + classes * 100 + tags;
}
