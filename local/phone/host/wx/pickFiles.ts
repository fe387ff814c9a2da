/**
 * Lets the person choose files of the computer. Browsers allow it only shortly after a click.
 * @param options.accept as an `<input type=file>` takes it: `image/*,video/*`
 * @returns none when the person gave up
 */
export function pickFiles(options: { accept: string; multiple: boolean }): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = options.accept;
  input.multiple = options.multiple;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
