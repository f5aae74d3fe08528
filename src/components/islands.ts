/** What makes an island live is fetched when it is about to be seen, or at once where the address speaks of it. */
export function wakeIslands(): void {
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        void wake(target as HTMLElement);
      }
    },
    { rootMargin: "50%" },
  );
  for (const island of document.querySelectorAll<HTMLElement>("[data-isla]")) {
    if (location.search.includes(`${island.dataset["isla"]}`)) void wake(island);
    else sight.observe(island);
  }
}

async function wake(island: HTMLElement): Promise<void> {
  const { loadIsland } = await import("../islands/load.ts");
  loadIsland(island);
}
