/** Where a page is: its path and what was asked of it. */
export type Address = Readonly<{ path: string; query: Readonly<Record<string, string>> }>;

/**
 * Reads `/pages/a/a?id=1` or `../b/b?id=1`. As on a telephone the values stay percent-encoded (pages
 * decode what they need), end at a second `=`, and are `"undefined"` where there is no `=` at all.
 * @param from the path of the page that is open, for relative addresses
 */
export function parseAddress(url: string, from: string): Address {
  const [place = "", search = ""] = url.split("?");
  const path = new URL(place, `http://app/${from}`).pathname.slice(1);
  const pairs = search.split("&").filter(Boolean);
  const query = pairs.map((pair) => {
    const [name = "", value] = pair.split("=");
    return [decodeURIComponent(name), String(value)] as const;
  });
  return { path: path.replace(/\.html$/, ""), query: Object.fromEntries(query) };
}

/** `/pages/a/a?id=1`: the reverse of `parseAddress`. */
export function formatAddress(address: Address): string {
  const pairs = Object.entries(address.query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${value}`,
  );
  return `/${address.path}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
}
