/* oxlint-disable unicorn/consistent-function-scoping -- what runs inside the page brings along all that it needs */
/** What sticks out of the window sideways, and what scrolls sideways without being reachable with the keyboard. */
export function findWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const problems = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : [];
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest("svg")?.parentElement?.closest("svg")) continue;
    const name = `${element.tagName} ${element.getAttribute("class") ?? ""} "${element.textContent?.trim().slice(0, 40)}"`;
    if (scrolls(element) && element.scrollWidth > element.clientWidth + 1) {
      const reachable = element.getAttribute("tabindex") === "0" || element instanceof HTMLInputElement;
      const named = element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
      if (!reachable || !named) problems.push(`${name} scrolls out of the keyboard's reach`);
    }
    const { left, right, width } = element.getBoundingClientRect();
    let ancestor = element.parentElement;
    while (ancestor !== null && getComputedStyle(ancestor).overflowX === "visible") ancestor = ancestor.parentElement;
    const inScroller = ancestor !== null && ancestor !== document.body && ancestor !== document.documentElement;
    if (width > 1 && !inScroller && !element.closest("svg") && (right > clientWidth + 1 || left < -1)) {
      problems.push(`${name} reaches from ${Math.round(left)} to ${Math.round(right)} of ${clientWidth} px`);
    }
  }
  return problems;
}

/** Text that its own box, or one around it, cuts off without a way to see the rest. */
export function findClipped(): string[] {
  const problems: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.nodeValue?.trim() === "" || !parent.checkVisibility()) continue;
    // For screen readers only, or one line that may be cut by design.
    if (parent.closest(".solo-lector, .sr-only, svg, .error, script") !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    for (let box: Element | null = parent; box !== null && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(box);
      if (clipPath !== "none" || /auto|scroll/.test(overflowX + overflowY)) break;
      if (overflowX === "visible" && overflowY === "visible") continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (text.left < left - 1 || text.right > right + 1 || text.top < top - 1 || text.bottom > bottom + 1) {
        problems.push(`"${node.nodeValue?.trim().slice(0, 40)}" is cut by ${box.tagName} ${box.className}`);
      }
    }
  }
  return problems;
}

/**
 * Targets under 24 × 24 px that no exception of WCAG 2.2 (2.5.8) covers: neither inside a sentence, nor with a circle
 * of 24 px around their middle that touches no other target.
 */
export function findSmallTargets(): string[] {
  const selector = "a[href], button, summary, input, select, textarea, [tabindex='0']:not(pre)";
  const targets = [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true }))
    .filter((element) => !element.closest("svg") && element.getClientRects().length > 0)
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom + scrollY > 0);
  const isSmall = ({ box }: { box: DOMRect }) => box.width < 23.99 || box.height < 23.99;
  const inSentence = (element: Element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, div");
    const rest = block?.cloneNode(true) as Element | undefined;
    for (const target of rest?.querySelectorAll("a, button") ?? []) target.remove();
    return /\p{L}/u.test(rest?.textContent ?? "");
  };
  const distance = (x: number, y: number, box: DOMRect) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return targets
    .filter((target) => isSmall(target) && !inSentence(target.element))
    .filter((target) => {
      const [x, y] = [target.box.left + target.box.width / 2, target.box.top + target.box.height / 2];
      return targets.some((other) => {
        if (other === target || other.element.contains(target.element) || target.element.contains(other.element))
          return false;
        const middle = Math.hypot(x - other.box.left - other.box.width / 2, y - other.box.top - other.box.height / 2);
        return distance(x, y, other.box) < 12 || (isSmall(other) && middle < 24);
      });
    })
    .map(({ element, box }) => {
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return `${element.tagName} ${element.className} "${element.textContent?.trim().slice(0, 40)}" is ${size} px`;
    });
}
