import type { Page } from "playwright-core";

/** What the page of the search shows for a question, once it is final. */
export interface Shown {
  /** Ids of the definitions, in order. */
  ids: string[];
  /** The sentence that says which word was changed, `""` when none was. */
  correction: string;
  notice: string;
  passages: number;
  /** From the key to the first definition of the answer, and to the whole answer, in milliseconds. */
  first: number;
  whole: number;
}

/** Types questions into the page of the search, one after the other, and waits for each answer to be final. */
export async function askAll(page: Page, questions: string[]): Promise<Shown[]> {
  await page.waitForSelector("#resultados[aria-busy=false]", { state: "attached" });
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>("main input[type=search]")!;
    const list = document.querySelector("#resultados")!;
    const whenFinal = () =>
      new Promise<void>((resolve, reject) => {
        // On a busy machine what there is comes first, as on a slow line.
        const isFinal = () =>
          list.getAttribute("aria-busy") === "false" &&
          !document.querySelector(".aviso")?.textContent.includes("tarda en cargar");
        if (isFinal()) return resolve();
        const late = setTimeout(() => reject(new Error(`No answer to «${field.value}».`)), 8000);
        const observer = new MutationObserver(() => {
          if (!isFinal()) return;
          observer.disconnect();
          clearTimeout(late);
          resolve();
        });
        observer.observe(list, { attributeFilter: ["aria-busy"] });
      });
    const shown: Shown[] = [];
    for (const question of all) {
      const start = performance.now();
      field.value = question;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const first = performance.now() - start;
      await whenFinal();
      const correction = document.querySelector<HTMLElement>(".correccion")!;
      shown.push({
        ids: [...list.querySelectorAll<HTMLElement>("[data-definicion]")].map(({ dataset }) => dataset["definicion"]!),
        correction: correction.hidden ? "" : correction.textContent,
        notice: document.querySelector(".aviso")!.textContent,
        passages: list.querySelectorAll(".pasaje").length,
        first,
        whole: performance.now() - start,
      });
    }
    return shown;
  }, questions);
}
