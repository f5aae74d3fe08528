import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { strToU8, zipSync } from "fflate";
import { fieldNames, type Note } from "./notes.ts";
import { configuration, deckOptions, schema } from "./schema.ts";

export interface PackageOptions {
  /** Name of the course: of the decks and of the type of note. */
  course: string;
  /** `Curso::Parte I` nests. */
  deck: string;
  /** Seconds since 1970 of the last change: Anki updates a note when it is newer than its own. */
  changed: number;
}

// A zip keeps the hour in which a file was packed, and one commit has to give the same bytes: the first that it can say.
const epoch = new Date(1980, 0, 1);

/**
 * A deck for Anki and its kin: SQLite of schema 11 in a zip, the form that every version reads and genanki writes.
 * The same notes give the same bytes. It carries no schedule: who imports it again keeps theirs.
 */
export function toApkg(notes: Note[], options: PackageOptions): Uint8Array<ArrayBuffer> {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec(schema);
    insertCollection(database, options);
    for (const [index, note] of notes.entries()) insertNote(database, note, index, options);
    const files = { "collection.anki2": new Uint8Array(database.serialize()), media: strToU8("{}") };
    return zipSync(files, { mtime: epoch, level: 9 }) as Uint8Array<ArrayBuffer>;
  } finally {
    database.close();
  }
}

/** A number for what Anki numbers by the millisecond of its creation: always the same for the same name. */
function idOf(name: string): number {
  const hash = createHash("sha256").update(name).digest().readUIntBE(0, 5);
  // Thirteen digits, between 2001 and 2035.
  return 1_000_000_000_000 + hash;
}

function insertCollection(database: DatabaseSync, { course, deck, changed }: PackageOptions): void {
  const model = toModel(course, changed);
  const id = idOf(`mazo ${deck}`);
  const decks = { 1: toDeck(1, "Default", changed), [id]: toDeck(id, deck, changed) };
  database
    .prepare("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
    .run(
      changed,
      changed * 1000,
      changed * 1000,
      ...[configuration, { [model.id]: model }, decks, { 1: deckOptions }].map((value) => JSON.stringify(value)),
    );
}

function insertNote(
  database: DatabaseSync,
  { guid, fields, tags }: Note,
  index: number,
  { course, deck, changed }: PackageOptions,
): void {
  const id = idOf(`nota ${course} ${guid}`);
  const [first = ""] = fields;
  const checksum = Number.parseInt(createHash("sha1").update(first).digest("hex").slice(0, 8), 16);
  database
    .prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')")
    .run(id, guid, idOf(`tipo ${course}`), changed, ` ${tags.join(" ")} `, fields.join("\u001F"), first, checksum);
  for (const ord of templates.keys()) {
    database
      .prepare("INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")
      .run(idOf(`tarjeta ${course} ${guid} ${ord}`), id, idOf(`mazo ${deck}`), ord, changed, index + 1);
  }
}

const term = `<b class="termino">{{Término}}</b>{{#Nombres}}<br><i>{{Nombres}}</i>{{/Nombres}}`;
const foot = `{{#Más}}<p>{{Más}}</p>{{/Más}}<p>{{Enlace}}</p>`;
const templates = [
  {
    name: "Término → definición",
    front: `<b class="termino">{{Término}}</b>`,
    back: `${term}<hr id=answer>{{Definición}}${foot}`,
  },
  {
    name: "Definición → término",
    front: "{{#Adivinanza}}{{Adivinanza}}{{/Adivinanza}}{{^Adivinanza}}{{Definición}}{{/Adivinanza}}",
    back: `{{Definición}}<hr id=answer>${term}${foot}`,
  },
];

const css = `.card { font-family: sans-serif; font-size: 20px; line-height: 1.45; text-align: left; max-width: 32em; margin: 0 auto; }
.termino { font-size: 1.3em; background: #ffe14a; color: #16191f; }`;

function toModel(course: string, changed: number) {
  const name = `Definición (${course})`;
  const id = idOf(`tipo ${course}`);
  return {
    id,
    name,
    type: 0,
    mod: changed,
    usn: -1,
    sortf: 1,
    did: 1,
    css,
    latexPre: "",
    latexPost: "",
    latexsvg: false,
    vers: [],
    tags: [],
    // A card is made when its front has something: by these fields.
    req: [
      [0, "any", [1]],
      [1, "any", [3, 4]],
    ],
    flds: fieldNames.map((field, ord) => ({
      // Ids let Anki join two versions of the type of note by their fields, not by their names.
      id: idOf(`campo ${course} ${field}`),
      name: field,
      ord,
      sticky: false,
      rtl: false,
      font: "Arial",
      size: 20,
      media: [],
    })),
    tmpls: templates.map(({ name: template, front, back }, ord) => ({
      id: idOf(`plantilla ${course} ${template}`),
      name: template,
      ord,
      qfmt: front,
      afmt: back,
      bqfmt: "",
      bafmt: "",
      did: null,
    })),
  };
}

function toDeck(id: number, name: string, changed: number) {
  return {
    id,
    name,
    mod: changed,
    usn: -1,
    desc: "",
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    conf: 1,
    extendNew: 10,
    extendRev: 50,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  };
}
