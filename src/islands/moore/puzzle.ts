import type { Verdict } from "../bet.ts";
import { formatNumber } from "../number.ts";
import type { Fit } from "./model.ts";

const leastYears = 10;

/** What is shown with one decimal as 1,5 years is 18 months. */
const eighteenMonths = { from: 1.45, to: 1.55 };

/** Whether a stretch solves the puzzle, whichever it is, or what keeps it from doing so. */
export function checkStretch([first, last]: readonly [number, number], fit: Fit | undefined): Verdict {
  const years = last - first + 1;
  const stretch = `${first} a ${last}`;
  if (fit === undefined) return wrong(`De ${stretch} hay muy pocos procesadores para una recta.`);
  const { doublingYears } = fit;
  const time = doublingYears > 0 && doublingYears < 1000 ? `${formatNumber(doublingYears, 2)} años` : "nunca";
  if (years < leastYears)
    return wrong(`De ${stretch} son ${years} años: faltan ${leastYears - years}. (Ahí, ${time}.)`);
  if (doublingYears >= eighteenMonths.from && doublingYears < eighteenMonths.to) {
    return {
      right: true,
      words: `✓ De ${stretch}, ${time}. Con un tramo elegido a gusto sale casi cualquier período: por eso se usan todos los años.`,
    };
  }
  const more = doublingYears < eighteenMonths.from ? "menos de 18 meses" : "más de 18 meses";
  return wrong(`De ${stretch}, ${time}: ${more}.`);
}

function wrong(words: string): Verdict {
  return { right: false, words };
}
