// Runs before the first paint, so that the chosen theme never flashes. Written by hand: it is served as it is.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem(`apuntes:${root.dataset.base}:tema`);
  if (theme === "claro" || theme === "oscuro") root.dataset.tema = theme;
} catch {
  // Storage is blocked: the system decides.
}
