/** Presses again, when the script of a place has come, the last of its buttons that was pressed before and did nothing. */
export async function hearEarly(place: Element, loading: Promise<unknown>): Promise<void> {
  let pressed: HTMLElement | null = null;
  const keep = ({ target }: Event) => (pressed = (target as Element).closest("button"));
  place.addEventListener("click", keep);
  await loading;
  place.removeEventListener("click", keep);
  (pressed as HTMLElement | null)?.click();
}
