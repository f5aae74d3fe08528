let isKept = false;

/** The screen stays on from now on while the window is seen; a browser may not know how, or refuse. */
export function keepAwake(): void {
  if (isKept) return;
  isKept = true;
  // Hiding the window ends it each time.
  document.addEventListener("visibilitychange", ask);
  ask();
}

function ask(): void {
  if (document.visibilityState === "visible") void navigator.wakeLock?.request("screen").catch(() => undefined);
}
