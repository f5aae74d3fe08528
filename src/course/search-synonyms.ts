import { toFamily } from "./search-stem.ts";

// Everyday words that mean the same to whoever describes a thing without knowing its name. Names of things are no
// synonyms: they are aliases of their definitions.
const groups = `
caer caida cae cayo fallar averiar romper rompe roto morir muere apagar descomponer tirar
seguir sigue siga siguiendo continuar mantener
funcionar andar anda marchar operar servicio
computadora computador compu ordenador maquina equipo pc servidor nodo
copiar replicar duplicado clonar
bajar descargar traer obtener distribuir
subir publicar distribuir
guardar almacenar conservar persistir sobrevivir quedar
borrar eliminar perder pierde quitar sacar destruir desaparecer
crear generar generan armar construir producir hacer
paso instruccion comando
archivo fichero
carpeta directorio ruta
rapido veloz velocidad
demorar tardar lento esperar tiempo
ocultar esconder tapar disimular invisible
conectar enlazar unir vincular comunicar
cable medio enlace
central centro
mandar enviar transmitir envio circular
recibir llegar recepcion
adentro dentro interior
afuera fuera exterior
encima arriba sobre
crecer aumentar agrandar ampliar expandir aguantar soportar
agregar sumar anadir poner
ram memoria
disco almacenamiento
revisar comprobar verificar chequear controlar
lugar ubicar sitio posicion
usuario persona cliente gente
usar utilizar emplear
programa aplicacion app software
atacar hacker intruso
entrar acceder ingresar
regla norma
traducir convertir
mandar decidir decision autoridad jerarquia jefe
repartir dividir distribuir
simultaneo vez mismo
aislar separar
limitar tope restringir
probabilidad porcentaje fraccion
empresa organizacion compania
cerca proximo
propagar arrastrar contagiar extender
igual identico coincidir acuerdo
varios muchos multiples diversos
cambiar cambia modificar variar varia alterar distinto
reemplazar sustituir
empezar comenzar iniciar arrancar
ejecutar ejecucion correr corrida levantar lanzar arrancar
terminar finalizar acabar
mover trasladar mudar
saber conocer enterar notar cuenta percibir
fisico real
plantilla molde modelo
dueno propio
juntos conjunto
siguiente proximo vecino lado
previo anterior antes
influir afectar causar provocar
simular imitar reproducir
privilegio permiso administrador root
demora retraso tardanza
mezclar combinar mixto
independiente autonomo
soportar tolerar resistir
ver vista mostrar presentar
volver ciclo vuelta circulo redondo
turno alternar
dormir pausar detener parar
`;

const concepts = new Map<string, number[]>();
for (const [index, group] of groups.trim().split("\n").entries()) {
  for (const word of group.split(" ")) {
    const family = toFamily(word);
    concepts.set(family, [...(concepts.get(family) ?? []), index]);
  }
}

/** What a word means, as numbers that its synonyms share; nothing for most words. Takes what `toFamily` gives. */
export function conceptsOf(family: string): readonly number[] {
  return concepts.get(family) ?? [];
}
