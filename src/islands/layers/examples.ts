import type { Example } from "../island.ts";

const apart =
  'lineas:FROM python:3.14-slim|WORKDIR /app|COPY requirements.txt .|RUN pip install -r requirements.txt|COPY servidor.py .|CMD ["python", "servidor.py"]';
const usual =
  'lineas:FROM python:3.14-slim|WORKDIR /app|COPY . .|RUN pip install -r requirements.txt|CMD ["python", "servidor.py"]';

export const examples: readonly Example[] = [
  { name: "La apuesta", state: "" },
  {
    name: "La apuesta ganada",
    state: `${usual};archivo:12.0.1.2.3.4;guion:b11.0.1.2.3.4|b12.0.1.2.3.4;apuesta:desde`,
  },
  {
    name: "El desafío resuelto",
    state: `${apart};archivo:12.0.1.2.3.4.5;guion:b11.0.1.2.3.4.5|b12.0.1.2.3.4.5;apuesta:salteada`,
  },
  {
    name: "Un contenedor que modificó, borró y escribió en el volumen",
    state: `${usual};archivo:11.0.1.2.3.4;guion:b11.0.1.2.3.4|A*|Aw/app/servidor.py|Ar/etc/os-release|Aw/datos/visitas;vista:A;apuesta:salteada`,
  },
  {
    name: "Dos contenedores de una imagen",
    state: `${usual};archivo:11.0.1.2.3.4;guion:b11.0.1.2.3.4|A*|Aw/nota|B+;vista:B;ruta:/nota;apuesta:salteada`,
  },
  {
    name: "Eliminado el contenedor, queda el volumen",
    state: `${usual};archivo:11.0.1.2.3.4;guion:b11.0.1.2.3.4|A*|Aw/datos/visitas|A-|Ax;vista:A;apuesta:salteada`,
  },
  {
    name: "Borrar no achica",
    state:
      "lineas:FROM alpine:3.22|RUN curl -O https://example.org/datos.tar.gz|RUN rm datos.tar.gz;archivo:11.0.1.2;guion:b11.0.1.2;ruta:/datos.tar.gz;apuesta:salteada",
  },
  {
    name: "Una línea que falla",
    state:
      "lineas:FROM alpine:3.22|COPY servidor.py /app/|RUN rm /etc|RUN touch /fin;archivo:11.0.1.2.3;guion:b11.0.1.2.3;apuesta:salteada",
  },
  {
    name: "La búsqueda, a medias",
    state: `${usual};archivo:11.0.1.2.3.4;guion:b11.0.1.2.3.4|A*;vista:A;ruta:/bin/sh;mirados:3;apuesta:salteada`,
  },
];
