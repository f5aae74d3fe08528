/** The colour tokens that a diagram may use, by their value in the light theme, which is the one that Mermaid is given. */
export const lightColours = {
  papel: "#ffffff",
  "papel-2": "#f4f5f2",
  "papel-3": "#e8eae5",
  tinta: "#16191f",
  "tinta-2": "#4a505a",
  linea: "#cdd1ca",
  "linea-fuerte": "#747a78",
  azul: "#1d3fb0",
  resaltador: "#ffe14a",
  "resaltador-suave": "#fff3b3",
  rojo: "#b3201b",
  verde: "#17663a",
  "parte-a": "#1f55a8",
  "parte-b": "#ab4e08",
  "parte-c": "#0e7068",
  "parte-d": "#7b3fa0",
  "parte-a-fondo": "#dce7f8",
  "parte-b-fondo": "#fbe5d0",
  "parte-c-fondo": "#d3ece8",
  "parte-d-fondo": "#eadff3",
} as const;

type ColourToken = keyof typeof lightColours;

const tokenOf = new Map<string, ColourToken>(
  Object.entries(lightColours).map(([token, hex]) => [hex, token as ColourToken]),
);

/** A colour outside the table: a shade that Mermaid derived by itself or an author wrote. */
export class UnknownColour extends Error {
  readonly colour: string;

  constructor(colour: string) {
    super(`The colour ${colour} belongs to no token.`);
    this.name = "UnknownColour";
    this.colour = colour;
  }
}

/** `#16191f` → `var(--tinta)`. Throws `UnknownColour` for a colour that is no token's. */
export function toTokenColour(colour: string): string {
  const text = colour.trim().toLowerCase();
  if (text === "none" || text === "transparent") return "none";
  if (text.startsWith("var(--") || text.startsWith("url(")) return colour.trim();
  const token = tokenOf.get(toHex(text));
  if (token === undefined) throw new UnknownColour(colour.trim());
  return `var(--${token})`;
}

const named: Record<string, string> = { white: "#ffffff", black: "#000000" };

function toHex(colour: string): string {
  if (/^#[0-9a-f]{3}$/u.test(colour)) return colour.replaceAll(/[0-9a-f]/gu, "$&$&");
  const channels = /^rgb\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*\)$/u.exec(colour);
  if (channels === null) return named[colour] ?? colour;
  const digits = channels.slice(1).map((channel) => Math.round(Number(channel)).toString(16).padStart(2, "0"));
  return `#${digits.join("")}`;
}
