import { lightColours } from "../palette.ts";
import { halo, type Look } from "./look.ts";

/** Gantt charts, as wide as a figure; the states of a task have the grounds of parts. */
export const ganttLook: Look = {
  config: {
    gantt: {
      useWidth: 800,
      fontSize: 15,
      sectionFontSize: 15,
      barHeight: 28,
      barGap: 8,
      topPadding: 56,
      leftPadding: 120,
    },
  },
  variables: {
    sectionBkgColor: lightColours["papel-2"],
    sectionBkgColor2: lightColours["papel-2"],
    altSectionBkgColor: lightColours.papel,
    taskBkgColor: lightColours.papel,
    taskBorderColor: lightColours.tinta,
    taskTextColor: lightColours.tinta,
    taskTextLightColor: lightColours.tinta,
    taskTextDarkColor: lightColours.tinta,
    taskTextOutsideColor: lightColours.tinta,
    taskTextClickableColor: lightColours.tinta,
    activeTaskBkgColor: lightColours["parte-c-fondo"],
    activeTaskBorderColor: lightColours["parte-c"],
    doneTaskBkgColor: lightColours["parte-b-fondo"],
    doneTaskBorderColor: lightColours["parte-b"],
    critBkgColor: lightColours.papel,
    critBorderColor: lightColours.rojo,
    gridColor: lightColours["linea-fuerte"],
    todayLineColor: lightColours.rojo,
    vertLineColor: lightColours.tinta,
    excludeBkgColor: lightColours["papel-3"],
  },
  css: [
    // The grid runs behind these texts.
    ...[lightColours["papel-2"], lightColours.papel].map(
      (ground, index) => `.taskTextOutside${index}, .taskTextOutside${index + 2} { ${halo(ground)} }`,
    ),
    // The grounds of these have a pattern.
    ...[0, 1, 2, 3].flatMap((index) => [
      `.taskText.doneText${index} { ${halo(lightColours["parte-b-fondo"])} }`,
      `.taskText.activeText${index} { ${halo(lightColours["parte-c-fondo"])} }`,
      `.crit${index} { stroke-width: 3px; }`,
    ]),
    `.grid .tick text { font-size: 15px; }`,
    `.section { opacity: 1 !important; }`,
    `.titleText { font-size: 15px; font-weight: 700; }`,
    `.grid .tick line, .grid path { stroke: ${lightColours["linea-fuerte"]}; }`,
  ],
};
