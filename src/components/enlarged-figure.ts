import Panzoom from "@panzoom/panzoom";

const [least, most, step] = [0.5, 8, 1.4];
/** How far an arrow key moves the drawing, in CSS px. */
const stride = 60;

/** Shows the figure of a button alone on the whole screen, and goes back to the button. */
export function enlarge(button: HTMLButtonElement): void {
  const figure = button.closest(".figura");
  const sheet = figure?.querySelector<HTMLElement>(".lamina");
  if (sheet)
    enlargeSheet(sheet, figure?.querySelector(".leyenda strong")?.textContent ?? "Figura", () => button.focus());
}

/**
 * Shows the drawing of a sheet alone on the whole screen. It can be dragged and pinched, the wheel and `+ − 0` change its
 * size, the arrows move it; Esc closes it.
 */
export function enlargeSheet(sheet: HTMLElement, title: string, closed: () => void): void {
  const svg = sheet.querySelector("svg");
  if (!svg) return;

  const dialog = document.createElement("dialog");
  dialog.className = "ampliada";
  dialog.setAttribute("aria-label", title);
  const [bar, stage] = [document.createElement("div"), document.createElement("div")];
  bar.className = "ampliada-botones";
  stage.className = "ampliada-lienzo";
  dialog.append(bar, stage);
  document.body.append(dialog);

  // The drawing itself, and not a copy: its parts refer to each other by ids. Its place in the page stays open.
  const { height } = svg.getBoundingClientRect();
  sheet.style.minHeight = `${height}px`;
  stage.append(svg);
  dialog.showModal();

  const fitted = svg.getBoundingClientRect().width;
  // As large as it was drawn, from its left edge on; on a phone the whole of it is too small to read.
  const startScale = Math.max(1, Math.min(most, svg.viewBox.baseVal.width / Math.max(1, fitted)));
  const startX = (fitted * (startScale - 1)) / (2 * startScale);
  // With this step, fingers twice as far apart make it twice as large.
  const panzoom = Panzoom(svg, { canvas: true, minScale: least, maxScale: most, startScale, startX, step: 1 });
  const zoom = (factor: number) => panzoom.zoom(panzoom.getScale() * factor);
  const fit = () => void (panzoom.zoom(1), panzoom.pan(0, 0));

  const offer = (label: string, name: string, act: () => void) => {
    const control = document.createElement("button");
    control.type = "button";
    control.className = "boton";
    control.textContent = label;
    if (name !== label) control.setAttribute("aria-label", name);
    control.addEventListener("click", act);
    bar.append(control);
  };
  offer("−", "Achicar", () => zoom(1 / step));
  offer("+", "Agrandar", () => zoom(step));
  offer("Entera", "Entera", fit);
  offer("Cerrar", "Cerrar", () => dialog.close());

  const keys: Record<string, () => void> = {
    "+": () => zoom(step),
    "=": () => zoom(step),
    "-": () => zoom(1 / step),
    "0": fit,
    ArrowLeft: () => panzoom.pan(stride / panzoom.getScale(), 0, { relative: true }),
    ArrowRight: () => panzoom.pan(-stride / panzoom.getScale(), 0, { relative: true }),
    ArrowUp: () => panzoom.pan(0, stride / panzoom.getScale(), { relative: true }),
    ArrowDown: () => panzoom.pan(0, -stride / panzoom.getScale(), { relative: true }),
  };
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  stage.addEventListener("wheel", (event) => panzoom.zoomWithWheel(event), { passive: false });
  dialog.addEventListener("close", () => {
    panzoom.destroy();
    svg.removeAttribute("style");
    sheet.append(svg);
    sheet.style.minHeight = "";
    dialog.remove();
    closed();
  });
}
