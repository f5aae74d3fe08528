import type { MermaidConfig } from "mermaid";
import { diagramType } from "../../course/diagram.ts";
import { halo } from "./looks/look.ts";
import { looks } from "./looks/looks.ts";
import { lightColours } from "./palette.ts";

/** Text of a diagram at 1:1, in px. */
const textSize = 15;

const { papel, tinta, resaltador, ...colours } = lightColours;
const [papel2, papel3, strong] = [colours["papel-2"], colours["papel-3"], colours["linea-fuerte"]];
const [fillA, fillB, fillC, fillD] = [
  colours["parte-a-fondo"],
  colours["parte-b-fondo"],
  colours["parte-c-fondo"],
  colours["parte-d-fondo"],
];

function eachOf(names: string[], colour: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, colour]));
}

const themeVariables: Record<string, unknown> = {
  fontFamily: "Chivo",
  fontSize: `${textSize}px`,
  ...eachOf(
    [
      "background",
      "mainBkg",
      "primaryColor",
      "nodeBkg",
      "actorBkg",
      "labelBoxBkgColor",
      "stateBkg",
      "personBkg",
      "edgeLabelBackground",
      "labelBackgroundColor",
      "sequenceNumberColor",
    ],
    papel,
  ),
  ...eachOf(
    [
      "primaryTextColor",
      "secondaryTextColor",
      "tertiaryTextColor",
      "textColor",
      "titleColor",
      "nodeTextColor",
      "actorTextColor",
      "signalTextColor",
      "labelTextColor",
      "loopTextColor",
      "noteTextColor",
      "classText",
      "transitionLabelColor",
      "stateLabelColor",
    ],
    tinta,
  ),
  ...eachOf(
    [
      "primaryBorderColor",
      "nodeBorder",
      "actorBorder",
      "lineColor",
      "defaultLinkColor",
      "signalColor",
      "labelBoxBorderColor",
      "specialStateColor",
      "transitionColor",
      "compositeBorder",
      "noteBorderColor",
      "arrowheadColor",
      "innerEndBackground",
      "activationBorderColor",
      "stateBorder",
    ],
    tinta,
  ),
  ...eachOf(["actorLineColor", "clusterBorder", "gridColor", "secondaryBorderColor", "tertiaryBorderColor"], strong),
  ...eachOf(["clusterBkg", "tertiaryColor", "compositeBackground", "altBackground"], papel2),
  ...eachOf(["secondaryColor", "activationBkgColor", "compositeTitleBackground"], papel3),
  noteBkgColor: colours["resaltador-suave"],
  ...Object.fromEntries(
    [fillA, fillB, fillC, fillD].flatMap((fill, index) => [
      [`cScale${index}`, fill],
      [`fillType${index}`, fill],
    ]),
  ),
};

const shapes = ["rect", "circle", "ellipse", "polygon", "path"];

function onNodes(name: string, declarations: string): string {
  const selectors = shapes.map((shape) => `.${name}.node > ${shape}, .${name}.node > g:not(.label) > ${shape}`);
  return `${selectors.join(", ")} { ${declarations} }`;
}

/**
 * What the theme's variables cannot say: weights, widths of lines, and the classes that an author may use.
 * The first line of a node is its title; class names and the `<pattern>` names are those of `author-classes.ts`.
 */
const themeCSS = [
  `.node .label .text-outer-tspan:first-child .text-inner-tspan { font-weight: 700; }`,
  `.statediagram-note.node .label .text-outer-tspan:first-child .text-inner-tspan { font-weight: 400; }`,
  `.cluster-label .text-inner-tspan { font-weight: 700; }`,
  `.cluster-label text { ${halo(papel2)} }`,
  `.edgeLabel rect { opacity: 1 !important; fill: ${papel} !important; stroke: none; }`,
  ...shapes.map((shape) => `.node > ${shape}, .node > g:not(.label) > ${shape} { stroke-width: 1.5px; }`),
  `.edge-thickness-normal, .flowchart-link, .transition, .messageLine0, .messageLine1 { stroke-width: 1.5px; }`,
  `.edge-thickness-thick { stroke-width: 3px; }`,
  `.edge-pattern-dotted { stroke-dasharray: 2 5; }`,
  `.edge-pattern-dashed, .messageLine1 { stroke-dasharray: 7 4; }`,
  `.cluster rect { stroke-dasharray: 5 4; stroke-width: 1px; }`,
  `.statediagram-cluster rect { stroke-dasharray: none; stroke: ${tinta}; stroke-width: 1.5px; }`,
  `.statediagram-cluster rect.outer { fill: ${papel2}; }`,
  `.statediagram-cluster rect.inner { fill: none !important; stroke: none !important; }`,
  `.actor-line { stroke-width: 1.5px; stroke-dasharray: none; }`,
  `rect.actor, .note, .labelBox { stroke-width: 1.5px; }`,
  `.loopLine { stroke: ${strong}; stroke-dasharray: 5 4; stroke-width: 1px; fill: none; }`,
  `text.actor > tspan, .actor-man text, .labelText, .labelText > tspan { font-weight: 700; }`,
  `.loopText, .loopText > tspan, .noteText, .noteText > tspan, .messageText { font-weight: 400; stroke: none; }`,
  // Lifelines run behind these texts.
  `.messageText, .loopText, .loopText > tspan { ${halo(papel)} }`,
  onNodes("aca", `fill: ${resaltador};`),
  `.aca.node .label text { fill: var(--sobre-resaltador); }`,
  onNodes("caido", `stroke: ${strong}; stroke-dasharray: 5 4; fill: ${papel};`),
  onNodes("a", `fill: ${fillA}; stroke: ${colours["parte-a"]};`),
  onNodes("b", `fill: url(#rayas); stroke: ${colours["parte-b"]};`),
  onNodes("c", `fill: url(#puntos); stroke: ${colours["parte-c"]};`),
  `.b.node .label text { ${halo(fillB)} }`,
  `.c.node .label text { ${halo(fillC)} }`,
  onNodes("azul", `stroke: ${colours["azul"]};`),
  `path.azul { stroke: ${colours["azul"]}; }`,
].join("\n");

/** The shared look and what the code's type needs beyond it. */
export function configFor(code: string): MermaidConfig {
  const { type } = diagramType(code);
  const look = type === undefined ? undefined : looks[type];
  if (look === undefined) return hasActors(code) ? withTallActors : mermaidConfig;
  return {
    ...mermaidConfig,
    ...look.config,
    themeVariables: { ...themeVariables, ...look.variables },
    themeCSS: [themeCSS, ...(look.css ?? [])].join("\n"),
  };
}

function hasActors(code: string): boolean {
  return /^sequenceDiagram\b/u.test(code) && /^\s*actor\s/mu.test(code);
}

/** One look for every diagram of the course; see §6 of the design for why each switch is set. */
const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  suppressErrorRendering: true,
  securityLevel: "strict",
  deterministicIds: true,
  deterministicIDSeed: "apuntes",
  handDrawnSeed: 1,
  look: "classic",
  theme: "base",
  // Dagre forgets the direction inside groups.
  layout: "elk",
  htmlLabels: false,
  markdownAutoWrap: false,
  fontFamily: "Chivo",
  fontSize: textSize,
  themeVariables,
  themeCSS,
  // Lines break only where the author breaks them.
  flowchart: {
    htmlLabels: false,
    wrappingWidth: 10_000,
    minNodeWidth: 0,
    padding: 8,
    nodeSpacing: 36,
    rankSpacing: 44,
    diagramPadding: 8,
  },
  // ELK lets the label of a line stand out of the composite state that holds it.
  state: { layout: "dagre", wrappingWidth: 10_000, minNodeWidth: 0, padding: 8, nodeSpacing: 36, rankSpacing: 44 },
  sequence: {
    actorFontSize: textSize,
    actorFontWeight: 700,
    messageFontSize: textSize,
    messageFontWeight: 400,
    noteFontSize: textSize,
    noteFontWeight: 400,
    actorFontFamily: "Chivo",
    messageFontFamily: "Chivo",
    noteFontFamily: "Chivo",
    mirrorActors: false,
    width: 90,
    height: 40,
    actorMargin: 40,
    messageMargin: 32,
    boxMargin: 8,
    noteMargin: 10,
    diagramMarginX: 8,
    diagramMarginY: 8,
  },
};

/** The figure of an `actor` needs a taller row than the boxes of participants, lest the first message covers its name. */
const withTallActors: MermaidConfig = { ...mermaidConfig, sequence: { ...mermaidConfig.sequence, height: 65 } };
