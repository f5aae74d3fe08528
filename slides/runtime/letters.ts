/** Name under which this device keeps that single characters do nothing. */
export const lettersOff = "mazo-sin-letras";
