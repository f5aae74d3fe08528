import { type Content, html, type Markup } from "../html.ts";
import { formatNumber } from "../number.ts";
import { curvesOf } from "./curves.ts";
import { pairFraction } from "./damage.ts";
import { type Panel, panelsOf } from "./panel.ts";
import type { Scenario } from "./scenario.ts";
import { round } from "./stroke.ts";
import { type Curve, mostFallen, writeClosedForm } from "./survival.ts";

const size = { width: 440, height: 196 };
const plot = { left: 34, right: 428, top: 12, bottom: 158 };

/** How much communicates after k falls: a curve for each network, and where each one is now. */
export function drawCurves(scenario: Scenario): Markup {
  const panels = panelsOf(scenario);
  const most = mostFallen(panels[0]!.network);
  const x = (k: number) => round(plot.left + ((plot.right - plot.left) * k) / most);
  const y = (share: number) => round(plot.bottom - (plot.bottom - plot.top) * share);
  const toPath = (curve: Curve) => `M${curve.map((share, k) => `${x(k)} ${y(share)}`).join("L")}`;
  const ticks = ticksUpTo(most);
  return html`<svg
    class="topo-curvas"
    viewBox="0 0 ${size.width} ${size.height}"
    role="img"
    aria-label="${describe(scenario, panels)}"
  >
    <g class="ejes">
      ${[0, 0.5, 1].map(
        (share) =>
          html`<line x1="${plot.left}" x2="${plot.right}" y1="${y(share)}" y2="${y(share)}" />
            <text x="${plot.left - 8}" y="${y(share) + 5}" class="valor">${["0", "½", "1"][share * 2]}</text>`,
      )}
      ${ticks.map((k) => html`<text x="${x(k)}" y="${plot.bottom + 20}">${k}</text>`)}
      <text x="${plot.right}" y="${plot.bottom + 36}" class="valor">nodos caídos (k)</text>
    </g>
    ${panels.map((panel) => drawCurve(scenario, panel, toPath, { x, y }))}
  </svg>`;
}

interface Scale {
  x(k: number): number;
  y(share: number): number;
}

function drawCurve(
  { talk, failure }: Scenario,
  { index, network, damage, remains }: Panel,
  toPath: (curve: Curve) => string,
  { x, y }: Scale,
): Content {
  const { exact, trials, attack } = curvesOf(network, talk.seed);
  const random = failure === "azar";
  const fallen = damage.nodes.size;
  // Bars of two networks stand side by side.
  const aside = (index - 1) * 4;
  const bars = trials.mean.map((_, k) => `M${round(x(k) + aside)} ${y(trials.low[k]!)}V${y(trials.high[k]!)}`).join("");
  const marks = [
    html`<circle r="6" />`,
    html`<rect x="-5.5" y="-5.5" width="11" height="11" />`,
    html`<path d="M0-7 7 5H-7Z" />`,
  ];
  return html`<g class="curva red-${index + 1}" data-clave="curva-${index}">
    ${random && html`<path class="franja" d="${bars}" />`}
    <path class="linea" d="${toPath(random ? (exact ?? trials.mean) : attack)}" />
    ${
      random &&
      exact !== undefined &&
      network.stations <= 16 &&
      trials.mean.map((share, k) => html`<circle class="media" cx="${x(k)}" cy="${y(share)}" r="2.5" />`)
    }
    ${
      fallen <= mostFallen(network) &&
      remains.pairsInAll > 0 &&
      html`<g class="ahora" transform="translate(${x(fallen)} ${y(pairFraction(remains))})">${marks[index]}</g>`
    }
  </g>`;
}

/** Which line is which, and what it is. */
export function drawKey(scenario: Scenario): Markup {
  return html`<p class="topo-claves">
    ${panelsOf(scenario).map(({ index, name, network }) => {
      const form = scenario.failure === "azar" ? writeClosedForm(network) : undefined;
      const exact = curvesOf(network, scenario.talk.seed).exact !== undefined || scenario.failure === "ataque";
      return html`<span class="red-${index + 1}">
        <svg viewBox="0 0 36 14" aria-hidden="true"><path class="linea" d="M0 7H36" /></svg>
        <strong>${name}</strong> ${form ?? (exact ? "" : "(simulada)")}
      </span>`;
    })}
  </p>`;
}

function describe({ failure }: Scenario, panels: readonly Panel[]): string {
  const what = failure === "azar" ? "al azar" : "por un ataque al más conectado";
  const names = panels.map(({ name }) => name).join(", ");
  return `Parte de los pares que se comunica según cuántos nodos caen ${what}. ${names}.`;
}

function ticksUpTo(most: number): number[] {
  const step = most <= 8 ? 1 : most <= 16 ? 2 : 10;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** A share with two decimals. */
export function writeShare(share: number): string {
  return formatNumber(share, 2);
}
