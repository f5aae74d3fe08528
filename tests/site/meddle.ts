/* oxlint-disable unicorn/consistent-function-scoping -- what runs inside the page brings along all that it needs */
/** Presses, types, drags and changes at random in the islands of a name; says where the focus or the order was lost. */
export function meddle({ tag, seed, events }: { tag: string; seed: number; events: number }): string[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)]!;
  const keys = [
    "Enter",
    " ",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageDown",
    "Escape",
    "z",
    "r",
    "l",
    "?",
  ];
  const islands = [...document.querySelectorAll<HTMLElement>(tag)];
  const problems: string[] = [];
  // Without asking for a layout, which is what takes time.
  const visible = (element: Element) => {
    const closed = element.closest("details:not([open])");
    return closed === null || element.parentElement === closed;
  };
  // The focus and every drag ask for a layout, which the many others would make long.
  const showAlone = (shown: HTMLElement) => {
    if (shown.dataset["sola"] !== undefined) return;
    for (const island of document.querySelectorAll<HTMLElement>("[data-isla]")) {
      island.style.display = island === shown ? "" : "none";
      island.toggleAttribute("data-sola", island === shown);
    }
  };
  // What a click on such a control does is elsewhere.
  const away = "[data-accion='@diapositiva'], [data-accion='@copiar']";
  for (let event = 0; event < events && problems.length < 5; event += 1) {
    const island = islands[Math.floor(event / (events / islands.length))] ?? islands[0]!;
    showAlone(island);
    const within = (selector: string) => [...island.querySelectorAll<HTMLElement>(selector)].filter(visible);
    const focusable = within(`:is(button, input, select, summary, [tabindex]):not(${away})`);
    if (!island.contains(document.activeElement)) pick(focusable).focus();
    const focused = document.activeElement as HTMLElement;
    const kind = random();
    let done = "";
    if (kind < 0.35) {
      const key = pick(keys);
      done = `${key} on ${focused.outerHTML.slice(0, 80)}`;
      const sent = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      if (focused.dispatchEvent(sent) && (key === "Enter" || key === " ") && focused.matches("button")) focused.click();
    } else if (kind < 0.7) {
      const control = pick(focusable);
      done = `press ${control.outerHTML.slice(0, 80)}`;
      control.focus();
      if (control instanceof HTMLInputElement && control.type !== "checkbox") {
        const [from, to] = [Number(control.min), Number(control.max)];
        control.value = String(from + random() * (to - from));
        control.dispatchEvent(new Event("input", { bubbles: true }));
        if (random() < 0.5) control.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (control instanceof HTMLSelectElement) {
        control.selectedIndex = Math.floor(random() * control.options.length);
        control.dispatchEvent(new Event("input", { bubbles: true }));
        // A shape of a drawing has no `click` of its own.
      } else control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } else {
      const area = within("[data-area]")[0];
      const handles = within("[data-accion], [data-arrastre], [data-suelta], [data-toque]").filter((one) =>
        one.closest("[data-area]"),
      );
      if (area === undefined || handles.length === 0) continue;
      const handle = pick(handles);
      done = `drag ${handle.outerHTML.slice(0, 80)}`;
      const box = area.getBoundingClientRect();
      const place = () => ({ clientX: box.left + random() * box.width, clientY: box.top + random() * box.height });
      const send = (type: string, init: object) =>
        handle.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, ...init }));
      const from = place();
      send("pointerdown", from);
      const to = random() < 0.5 ? from : place();
      if (to !== from) for (let move = 0; move < 3; move += 1) send("pointermove", move === 2 ? to : place());
      send(random() < 0.9 ? "pointerup" : "pointercancel", to);
      handle.dispatchEvent(new MouseEvent("click", { bubbles: true, ...to }));
    }
    const present = document.activeElement;
    if (present === document.body || present === null) problems.push(`event ${event}: the focus is lost after ${done}`);
    if ((island.querySelector(".isla-resumen, .isla-resultado")?.textContent.length ?? 0) < 10)
      problems.push(`event ${event}: no words after ${done}`);
  }
  return problems;
}
