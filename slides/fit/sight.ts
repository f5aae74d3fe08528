import { type Colour, fromLinear, toLinear } from "./pixels.ts";

/** A way in which a slide is seen, and the least contrast that its letters must keep there. */
export interface Sight {
  /** In Spanish, after “contraste”. */
  name: string;
  see: (colour: Colour) => Colour;
  /** Of letters, and of large ones (WCAG 2.2, 1.4.3, where the slide is seen as it was made). */
  least: { small: number; large: number };
}

type Matrix = readonly [Colour, Colour, Colour];

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light: what Chromium's own simulation uses too.
const protanopia: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const tritanopia: Matrix = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
];

/** Light of the room that reaches the screen, as a share of the projector's white: black is never darker. */
const roomLight = 0.12;

const enough = { small: 4.5, large: 3 };
// Washed-out white and black are 6.2 : 1 apart, and dark letters of level AA on white 3.2 : 1.
const enoughWashed = { small: 3, large: 2.2 };

/** The eyes for which a slide is made; the first sees it as it was made. */
export const eyes: readonly Sight[] = [
  { name: "a la vista", see: (colour) => colour, least: enough },
  { name: "con protanopía", see: (colour) => mix(colour, protanopia), least: enough },
  { name: "con deuteranopía", see: (colour) => mix(colour, deuteranopia), least: enough },
  { name: "con tritanopía", see: (colour) => mix(colour, tritanopia), least: enough },
];

export const washedOut: Sight = { name: "en un proyector lavado", see: wash, least: enoughWashed };

function mix([red, green, blue]: Colour, matrix: Matrix): Colour {
  const light = [toLinear(red), toLinear(green), toLinear(blue)];
  const [a, b, c] = matrix.map((row) =>
    fromLinear(row[0] * (light[0] ?? 0) + row[1] * (light[1] ?? 0) + row[2] * (light[2] ?? 0)),
  );
  return [a ?? 0, b ?? 0, c ?? 0];
}

function wash(colour: Colour): Colour {
  const [red, green, blue] = colour.map((part) => fromLinear(roomLight + (1 - roomLight) * toLinear(part)));
  return [red ?? 0, green ?? 0, blue ?? 0];
}
