/** The ratio that the address asks for (`?relacion=4:3`), else the one nearer to the window's. */
export function chooseRatio(query: string, windowRatio: number): "16:9" | "4:3" {
  const asked = new URLSearchParams(query).get("relacion");
  if (asked === "4:3" || asked === "16:9") return asked;
  return windowRatio < 1.5 ? "4:3" : "16:9";
}

/** Every slide was cut for both ratios; what differs is written beside the wide form. */
export function applyRatio(ratio: "16:9" | "4:3"): void {
  document.documentElement.dataset["relacion"] = ratio;
  if (ratio === "16:9") return;
  for (const slide of document.querySelectorAll<HTMLElement>("[data-forma43]")) {
    slide.dataset["forma"] = slide.getAttribute("data-forma43") ?? "";
  }
  for (const figure of document.querySelectorAll("[data-ancho43]")) {
    const drawing = figure.querySelector("svg");
    drawing?.setAttribute("width", figure.getAttribute("data-ancho43") ?? "");
    drawing?.setAttribute("height", figure.getAttribute("data-alto43") ?? "");
  }
}
