/**
 * Presses again, when the script of a place has come, the last of its buttons that was pressed before and did nothing.
 * Meanwhile no form of the place is sent: the page would only load anew.
 */
export async function hearEarly(place: Element, loading: Promise<unknown>): Promise<void> {
  let pressed: HTMLElement | null = null;
  const keep = ({ target }: Event) => (pressed = (target as Element).closest("button"));
  place.addEventListener("click", keep);
  place.addEventListener("submit", hold);
  try {
    await loading;
  } finally {
    place.removeEventListener("click", keep);
    place.removeEventListener("submit", hold);
  }
  (pressed as HTMLElement | null)?.click();
}

function hold(event: Event): void {
  event.preventDefault();
}
