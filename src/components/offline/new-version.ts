let offered = false;

/** Says once that there is a new build, and uses it, in every tab, when asked to. */
export function offerNewVersion({ waiting }: ServiceWorkerRegistration): void {
  if (offered || waiting === null) return;
  offered = true;
  const notice = document.createElement("p");
  notice.className = "version-nueva";
  notice.setAttribute("role", "status");
  const use = document.createElement("button");
  use.type = "button";
  use.className = "enlace";
  use.textContent = "Usarla ahora";
  use.addEventListener("click", () => waiting.postMessage("usar", { transfer: [] }));
  notice.append("Hay una versión nueva de los apuntes. ", use);
  // Pages and scripts of two builds are never mixed.
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  document.body.append(notice);
}
