/** A figure can be seen alone, larger: what that takes is loaded when it is asked for. */
export function offerEnlarging(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(".ampliar")) {
    button.addEventListener("click", async () => {
      const { enlarge } = await import("./enlarged-figure.ts");
      enlarge(button);
    });
  }
}
