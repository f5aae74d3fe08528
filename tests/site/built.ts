import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";

// Runs before each file of tests: none of them reads or visits a site that is half built.
let words = "";
while (words === "") {
  words = await readFile(inject("built"), "utf8").catch(() => "");
  if (words === "") await pause(200);
}
if (words !== "built") throw new Error(words);
