/** The id that the last part of an address names: `#/topologias` and `#/topologias/2` are both of `topologias`. */
export function toSlideId(hash: string): string {
  const [id = ""] = hash.replace(/^#\/?/u, "").split("/");
  try {
    return decodeURIComponent(id);
  } catch {
    // Half a character: nothing has such an id.
    return "";
  }
}
