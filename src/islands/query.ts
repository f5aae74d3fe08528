/** The query of an address with one parameter set, or left out; the others stay as they were written. */
export function withParameter(query: string, name: string, value: string | undefined): string {
  const others = query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && part.split("=")[0] !== name);
  const parts = value === undefined ? others : [...others, `${name}=${escape(value)}`];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

// These signs mean nothing to a query, and an address that can be read is worth more.
function escape(text: string): string {
  return encodeURIComponent(text).replace(/%(?:3A|3B|2C|2F|40)/g, decodeURIComponent);
}
