"""API del ejemplo: cuenta visitas en PostgreSQL.

GET /       suma una visita: 200, o 503 si la base no responde
GET /salud  consulta la base: 200, o 503 si no responde

Con el argumento «salud», el programa le pregunta a /salud y
termina con 0 o con 1: es la comprobación del Dockerfile.
"""

import json
import os
import signal
import socket
import sys
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg

PUERTO = 8000


def conectar():
    clave = Path(os.environ["DB_PASSWORD_FILE"]).read_text().strip()
    return psycopg.connect(
        host=os.environ["DB_HOST"],  # el nombre del servicio: lo traduce el DNS de Docker
        dbname=os.environ["DB_NAME"],
        user=os.environ["DB_USER"],
        password=clave,
        connect_timeout=2,
    )


def consultar_base():
    with conectar() as conexion:
        conexion.execute("SELECT 1")


def sumar_visita():
    with conectar() as conexion:  # al salir del bloque se confirma la transacción
        # De a una réplica por vez: dos CREATE TABLE simultáneos pueden chocar.
        conexion.execute("SELECT pg_advisory_xact_lock(1)")
        conexion.execute("CREATE TABLE IF NOT EXISTS visitas (id int PRIMARY KEY, total bigint NOT NULL)")
        fila = conexion.execute(
            "INSERT INTO visitas VALUES (1, 1) "
            "ON CONFLICT (id) DO UPDATE SET total = visitas.total + 1 RETURNING total"
        ).fetchone()
        return fila[0]


class Manejador(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            if self.path == "/salud":
                consultar_base()
                self.responder(200, {"estado": "ok"})
            elif self.path == "/":
                self.responder(200, {"visitas": sumar_visita(), "replica": socket.gethostname()})
            else:
                self.responder(404, {"error": "no existe"})
        except psycopg.OperationalError:  # fallo parcial: la API vive, la base no
            self.responder(503, {"error": "la base de datos no responde"})

    def responder(self, codigo, cuerpo):
        datos = json.dumps(cuerpo).encode()
        self.send_response(codigo)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(datos)))
        self.end_headers()
        self.wfile.write(datos)


def servir():
    servidor = ThreadingHTTPServer(("0.0.0.0", PUERTO), Manejador)

    def terminar(*_):  # shutdown() espera al bucle: tiene que llamarlo otro hilo
        threading.Thread(target=servidor.shutdown).start()

    signal.signal(signal.SIGTERM, terminar)
    servidor.serve_forever()


def comprobar_salud():
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{PUERTO}/salud", timeout=4)
    except (urllib.error.URLError, TimeoutError) as error:
        sys.exit(f"sin salud: {error}")  # el mensaje queda en docker inspect; código 1


if __name__ == "__main__":
    if sys.argv[1:] == ["salud"]:
        comprobar_salud()
    else:
        servir()
