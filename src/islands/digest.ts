/** FNV-1a of the lines, 32 bits in eight hexadecimal digits: two logs that are equal have equal digests everywhere. */
export function digest(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(lines.join("\n"))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
