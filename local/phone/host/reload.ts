/** Loads the phone anew, at the page where it stands, whenever the Mini Program was compiled anew. */
export function reloadOnChange(): void {
  const { port } = new SharedWorker("changes.js");
  port.onmessage = () => location.reload();
}

/** Keeps the address of the seen page in the phone's own address, where a reload finds it. */
export function rememberPage(address: string): void {
  const url = new URL(location.href);
  url.searchParams.set("path", address);
  history.replaceState(null, "", url);
}
