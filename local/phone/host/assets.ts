/** See `Phone.assetUrl`. @param from the path of the page or component that names the file */
export function assetUrl(src: string, from = ""): string {
  if (!src || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return src;
  const { pathname } = new URL(src, `http://app/${from}`);
  return `/phone/app${pathname}`;
}
