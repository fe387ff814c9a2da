/** Long enough for the browser to have begun to save. */
const keptMilliseconds = 10_000;

/** Gives a file to the person who sits at the computer: the browser saves it as a download. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMilliseconds);
}
