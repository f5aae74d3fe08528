/**
 * The MDX parser's own words, said again for an author.
 * @param rest the line from the place of the error on
 */
export function explainMdx(message: string, rest: string): [message: string, remedy: string] {
  const [tag, opening] = [...message.matchAll(/`(<[^`]*>)`/g)].map((match) => match[1] ?? "");
  if (message.includes("Unexpected closing tag")) {
    return opening === undefined
      ? [`Hay un cierre ${tag} sin apertura.`, "Conviene borrarlo o escribir la apertura que falta."]
      : [`Aquí se cierra ${tag}, pero lo último abierto es ${opening}.`, `Se escribe antes ${toClosing(opening)}.`];
  }
  if (message.includes("Expected a closing tag")) {
    return [
      `Falta el cierre de ${tag}.`,
      `Se escribe ${toClosing(tag ?? "")} en su propia línea, después del contenido.`,
    ];
  }
  if (message.includes("expression")) {
    const remedy = "Una llave literal se escribe «\\{»; un comentario, {/* … */}.";
    return ["Las llaves no tienen adentro nada que se entienda o no se cierran.", remedy];
  }
  if (rest.startsWith("<!--"))
    return ["Los comentarios de HTML no se publican.", "Un comentario se escribe {/* … */}."];
  if (/^<(?:\w+:|[^\s<>@]+@)/.test(rest)) {
    return ["Una dirección no va entre «<» y «>».", "Se escribe sola, o con su texto: [texto](https://…)."];
  }
  if (/^<[A-Za-z]/.test(rest)) {
    const name = /^<[\w.]+/.exec(rest)?.[0] ?? "<";
    const remedy = `Cada atributo se escribe nombre="texto", con las dos comillas, y la etiqueta termina con «>» o «/>».`;
    return [`La etiqueta ${name}> está mal escrita.`, remedy];
  }
  if (rest.startsWith("<")) return ["Después de «<» no hay un componente.", "Un «menor que» literal se escribe «\\<»."];
  const words = message.replace(/^[\d:\s]+/, "").replace(/\s*\([^()]*\)$/, "");
  return [`El MDX no se puede leer (${words}).`, "Conviene revisar etiquetas, comillas y llaves cerca de ese lugar."];
}

function toClosing(tag: string): string {
  return tag.replace("<", "</");
}
