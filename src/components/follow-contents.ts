/** The map marks the section that is being read: the last heading above the upper third of the window. */
export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".mapa-secciones a")];
  const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
  if (headings.length === 0) return;

  const mark = () => {
    const present = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links) {
      const current = present !== undefined && link.hash === `#${present.id}`;
      if (current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  // All that is above counts as in sight, so that a jump over a heading is noticed too.
  const observer = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -66% 0px" });
  for (const heading of headings) observer.observe(heading);
  addEventListener("hashchange", mark);
  mark();
}
