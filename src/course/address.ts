import { type Definition, definitionAnchor } from "./definition.ts";

/** What has an address in the site. Paths start with `/` and are written without the base. */
export type Addressed =
  | { kind: "path"; path: string; anchor?: string | undefined }
  | { kind: "lesson"; slug: string; anchor?: string | undefined }
  | { kind: "definition"; definition: Pick<Definition, "id" | "lesson"> }
  | { kind: "card"; definition: Pick<Definition, "id" | "lesson"> }
  | { kind: "deck"; slug: string; anchor?: string | undefined }
  | { kind: "source"; key: string };

/** The address without the base: `/lecciones/topologias/#fallos`. */
export function toPath(thing: Addressed): string {
  switch (thing.kind) {
    case "path":
      return withAnchor(thing.path, thing.anchor);
    case "lesson":
      return withAnchor(`/lecciones/${thing.slug}/`, thing.anchor);
    case "definition":
      return `/lecciones/${thing.definition.lesson}/#${definitionAnchor(thing.definition.id)}`;
    case "card":
      return `/repaso/${thing.definition.lesson}/#tarjeta-${thing.definition.id}`;
    case "deck":
      return withAnchor(`/diapositivas/${thing.slug}/`, thing.anchor === undefined ? undefined : `/${thing.anchor}`);
    case "source":
      return `/fuentes/#${sourceAnchor(thing.key)}`;
  }
}

/** The address under the base, `/` or `/apuntes/`: `/apuntes/lecciones/topologias/#fallos`. */
export function toHref(base: string, thing: Addressed): string {
  return base.replace(/\/$/, "") + toPath(thing);
}

export function sourceAnchor(key: string): string {
  return `fuente-${key.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function withAnchor(path: string, anchor: string | undefined): string {
  return anchor === undefined ? path : `${path}#${anchor}`;
}
