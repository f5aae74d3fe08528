// Says which address was asked for; only as text, since whoever wrote the link chose it.
const address = document.querySelector(".direccion");
if (address)
  address.textContent = decodeURIComponent(
    location.pathname.slice(document.documentElement.dataset["base"]!.length - 1),
  );
