import type { YAMLParseError } from "yaml";

/** The parser's own words, said again for an author. */
export function explainYaml(error: YAMLParseError): [message: string, remedy: string] {
  return (
    explanations[error.code] ?? [
      "El YAML no se puede leer desde aquí.",
      "Conviene revisar la sangría, los dos puntos y las comillas de esta línea y de la anterior.",
    ]
  );
}

const quotes = 'Un texto con «: », «#» o que empieza con un signo va entre comillas: titulo: "Redes: una historia".';

const explanations: Partial<Record<YAMLParseError["code"], [message: string, remedy: string]>> = {
  DUPLICATE_KEY: ["Este dato está dos veces.", "Conviene borrar uno de los dos."],
  TAB_AS_INDENT: ["Hay un tabulador en la sangría.", "La sangría se escribe con espacios."],
  BAD_INDENT: [
    "La sangría no es la de las otras líneas.",
    "Los datos de una misma ficha empiezan en la misma columna.",
  ],
  BLOCK_AS_IMPLICIT_KEY: ["Hay un segundo «: » en la línea.", quotes],
  BAD_SCALAR_START: ["Un texto no puede empezar con este signo.", quotes],
  BAD_DQ_ESCAPE: [
    "La barra «\\» no va así entre comillas dobles.",
    "Se escribe «\\\\», o el texto entre comillas simples.",
  ],
  MISSING_CHAR: ["Falta algo que cierre o separe lo anterior.", "Pueden ser unas comillas, una coma, «]», «}» o «:»."],
  BAD_ALIAS: ["El asterisco al comienzo tiene otro sentido en YAML.", quotes],
  MULTIPLE_DOCS: ["Hay una segunda línea «---».", "El archivo es una sola lista o una sola ficha: conviene borrarla."],
};
