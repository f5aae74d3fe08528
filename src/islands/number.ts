const space = "\u00a0";

/** `2,05`, `2300`, `184 000`: as Spanish writes it, with spaces that do not break. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = "", rest] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, space) : whole;
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? "−" : "";
  return `${sign}${grouped}${rest === undefined ? "" : `,${rest}`}`;
}

/** Three significant digits at most: `2300`, `1,18 millones`, `134 000 millones`, `2,5 · 10¹³`. */
export function formatCount(value: number): string {
  if (value < 999_500) return value >= 100 ? formatNumber(value) : formatSignificant(value);
  if (value < 9.995e11)
    return `${formatSignificant(value / 1e6)}${space}${formatSignificant(value / 1e6) === "1" ? "millón" : "millones"}`;
  const exponent = Math.floor(Math.log10(value * 1.0005));
  const raised = [...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `${formatSignificant(value / 10 ** exponent)}${space}·${space}10${raised}`;
}

/** `3`, `0,74`, `16,7`, `5,5`: three significant digits without zeros at the end. */
export function formatSignificant(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const decimals = /\.(\d+)$/.exec(String(rounded))?.[1]?.length ?? 0;
  return formatNumber(rounded, decimals);
}
