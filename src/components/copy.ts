/** Code and links can be copied; the control says so for a moment. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(".copiar-codigo")) {
    button.hidden = navigator.clipboard === undefined;
    button.addEventListener("click", () => {
      const code = button.closest(".listado")?.querySelector("pre")?.textContent ?? "";
      void copy(button, code, "Copiado");
    });
  }
  if (navigator.clipboard === undefined) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".copiar-enlace")) {
    link.addEventListener("click", () => void copy(link, link.href, "Enlace copiado"));
  }
}

async function copy(control: HTMLElement, text: string, done: string): Promise<void> {
  const label = control.dataset["rotulo"] ?? control.textContent ?? "";
  control.dataset["rotulo"] = label;
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
    control.textContent = done;
  } catch {
    control.textContent = "No se pudo copiar";
  }
  setTimeout(() => (control.textContent = label), 2000);
}

function announce(words: string): void {
  let status = document.querySelector("#aviso");
  if (status === null) {
    status = document.createElement("p");
    status.id = "aviso";
    status.className = "solo-lector";
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  status.textContent = words;
}
