/** «1, 2 y 3». */
export function list(words: readonly (string | number)[]): string {
  const last = String(words.at(-1) ?? "");
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${/^h?i(?!e)/i.test(last) ? "e" : "y"} ${last}`;
}

/** «una capa», «un programa», «3 capas». */
export function count(number: number, one: string, many = `${one}s`): string {
  // Words in -ma are masculine, as «programa».
  return number === 1 ? `${/^\S*[^m]a( |$)/.test(one) ? "una" : "un"} ${one}` : `${number} ${many}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
