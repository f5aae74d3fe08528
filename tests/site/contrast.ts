/* oxlint-disable unicorn/consistent-function-scoping -- what runs inside the page brings along all that it needs */
/** Text, in HTML or drawings, whose contrast with the nearest painted ground is under 4.5. Runs inside the page. */
export function findUnreadable(): string[] {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  // Colours painted one over the other: that of a selection lets its ground through.
  const mix = (...colours: string[]): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  // What a drawing painted before a text and under its middle.
  const readFills = (drawing: Element, text: Element) => {
    const { x, y, width, height } = text.getBoundingClientRect();
    return [...drawing.querySelectorAll("rect, circle, ellipse, polygon, path")]
      .filter((shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter((shape) => {
        const { left, right, top, bottom } = shape.getBoundingClientRect();
        return left < x + width / 2 && right > x + width / 2 && top < y + height / 2 && bottom > y + height / 2;
      })
      .map((shape) => getComputedStyle(shape).fill)
      .filter((fill) => fill !== "none");
  };
  const problems: string[] = [];
  const forced = matchMedia("(forced-colors: active)").matches;
  const sheet = document.body.appendChild(document.createElement("i"));
  sheet.style.background = "Canvas";
  const paper = getComputedStyle(sheet).backgroundColor;
  sheet.remove();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.nodeValue?.trim() === "" || !element.checkVisibility()) continue;
    // Of a drawing in a drawing that is not shown Chromium says that it is visible.
    if (element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const grounds: string[] = [];
    for (let box: Element | null = element; box !== null; box = box.parentElement)
      grounds.unshift(getComputedStyle(box).backgroundColor);
    const drawing = element.closest("svg");
    // Behind letters with the system's colours it paints its paper, whatever stands there.
    const { forcedColorAdjust } = style as CSSStyleDeclaration & { forcedColorAdjust: string };
    if (forced && !drawing && forcedColorAdjust !== "none") grounds.splice(0, grounds.length, paper);
    if (drawing) grounds.push(...readFills(drawing, element));
    const behind = luminance(mix("Canvas", ...grounds));
    const text = luminance(mix("Canvas", ...grounds, drawing ? style.fill : style.color));
    const contrast = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
    if (contrast < 4.5)
      problems.push(`"${node.nodeValue?.trim().slice(0, 40)}" has a contrast of ${contrast.toFixed(1)}`);
  }
  return problems;
}
