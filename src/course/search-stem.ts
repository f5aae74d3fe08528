/** What the singular, the plural and both genders of most Spanish words share: `"redes"` → `"red"`. Folded words only. */
export function toStem(word: string): string {
  const singular = toSingular(word);
  return singular.length > 3 ? singular.replace(/[aeo]$/, "") : singular;
}

// Endings of Spanish verbs, nouns and adjectives; the last row are those of the same Latin words in English.
const suffixes = (
  "acion icion cion sion xion ion amiento imiento miento abilidad ibilidad ividad idad ador adora idor idora " +
  "edor encia ancia mente ismo ista able abl ible ibl iva ivo ado ada ido ida ante ant ente ent iente iendo yendo ando " +
  "arlo arla arse erlo erla erse irlo irse aba aban aron ieron yeron aran eran iran aria eria iria ara era ira " +
  "amos emos imos ar er ir uye uyen an en ia io ie y a e o " +
  "ability ibility ivity ity ation ition tion ence ency ance ancy ism ing ed"
).split(" ");

const known = new Set(suffixes);
const longest = Math.max(...suffixes.map(({ length }) => length));
const least = 3;

/**
 * What the words of one family share, verbs and nouns and English cognates alike: `"replicar"`, `"réplicas"`,
 * `"replication"`. It puts more together than it should: it tells less than an equal word. Folded words only.
 */
export function toFamily(word: string): string {
  const singular = toSingular(word);
  for (let size = Math.min(longest, singular.length - least); size > 0; size -= 1) {
    if (known.has(singular.slice(-size))) return toRoot(singular.slice(0, -size));
  }
  return toRoot(singular);
}

/** The singular of most Spanish plurals: `"redes"` → `"red"`. Folded words only. */
export function toSingular(word: string): string {
  return word.length > 3 ? word.replace(/(?<=[^aeiou])es$|s$/, "") : word;
}

// `virtualiz-ar` is of the family of `virtual`, `ejecut-ar` of that of `ejecu-ción`; Spanish begins no word with `sc`.
function toRoot(root: string): string {
  return root
    .replace(/^s(?=[cpt])/, "es")
    .replace(/ph/g, "f")
    .replace(/([tc])h/g, "$1")
    .replace(/y/g, "i")
    .replace(/(.)\1/g, "$1")
    .replace(/(?<=.{5})iz$|(?<=.{3})i$/, "")
    .replace(/(?<=.{4})[ctx]+$/, "");
}
