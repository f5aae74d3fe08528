/** What can be taken along of a deck, of a lesson or of the course. */
export type DownloadKind = "slides" | "steps" | "handout" | "text" | "offline" | "editable";

interface Words {
  /** `{}` stands for the deck's or lesson's name in its address. */
  file: string;
  label: string;
  /** What a screen reader hears before the title of the deck or lesson. */
  of: string;
}

const words: Record<DownloadKind, Words> = {
  slides: { file: "diapositivas-{}.pdf", label: "PDF", of: "de las diapositivas de" },
  steps: { file: "diapositivas-{}-por-pasos.pdf", label: "PDF por pasos", of: "de las diapositivas de" },
  handout: { file: "folleto-{}.pdf", label: "PDF con notas", of: "de" },
  text: { file: "apunte-{}.pdf", label: "PDF del apunte", of: "sobre" },
  offline: { file: "diapositivas-{}.html", label: "archivo sin conexión", of: "de" },
  editable: { file: "diapositivas-{}.pptx", label: "PowerPoint", of: "de" },
};

/** Name of the file in `descargas/`; `name` is the last step of the address of the deck or lesson, or `curso`. */
export function toFileName(kind: DownloadKind, name: string): string {
  return words[kind].file.replace("{}", name);
}

/** The words of its link, and what they leave out for who does not see the row in which it stands. */
export function toLinkWords(kind: DownloadKind, title: string): { label: string; rest: string } {
  return { label: words[kind].label, rest: `${words[kind].of} ${title}` };
}

/** A link that waits in its page, out of sight and of reach, until its file is there. */
export function toHiddenLink(file: string, link: string): string {
  return `<!--descarga ${file} ${link}-->`;
}

/** The page with the links to these files in sight. */
export function showLinks(html: string, files: ReadonlySet<string>): string {
  return html.replace(/<!--descarga (\S+) (.*?)-->/gsu, (hidden, file: string, link: string) =>
    files.has(file) ? link : hidden,
  );
}
