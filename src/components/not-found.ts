// Says which address was asked for; only as text, since whoever wrote the link chose it.
const address = document.querySelector(".direccion");
const path = location.pathname.slice((document.documentElement.dataset["base"] ?? "/").length - 1);
if (address) address.textContent = `· ${decode(path)}`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lost address need not be well formed.
    return text;
  }
}
