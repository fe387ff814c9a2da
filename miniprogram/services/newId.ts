const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const length = 24;

/** An id made on the phone: 124 bits of chance, letters and digits only. */
export const newId = (): string =>
  Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
