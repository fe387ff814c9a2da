import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

type Method = "GET" | "PUT";

/** Makes and checks addresses at which a file can be fetched, or put, for a while. */
export type Addresses = Readonly<{
  /** @param seconds from now on */
  make(method: Method, path: string, seconds: number): string;
  /**
   * @param pathname of the address asked for
   * @returns the path of the file, or why the address does not hold; undefined when it is none of ours
   */
  check(method: Method, address: URL): { path: string } | { refused: string } | undefined;
}>;

/** Nothing but letters, digits and `-_`: the SDKs encode an address again before they use it. */
const pattern = /^\/files\/([\w-]+)$/;

/**
 * @param secretFile made when it is missing; addresses survive a restart because it does
 * @param base is asked for at each address, because the port is known only after the start
 */
export function openAddresses(secretFile: string, base: () => string): Addresses {
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32), { mode: 0o600 });
  const secret = readFileSync(secretFile);
  const signatureOf = (method: Method, name: string, expires: string) =>
    createHmac("sha256", secret).update(`${method} ${name} ${expires}`).digest();
  return {
    make(method, path, seconds) {
      const name = Buffer.from(path).toString("base64url");
      const expires = String(Math.floor(Date.now() / 1000 + seconds));
      const sign = signatureOf(method, name, expires).toString("base64url");
      return `${base()}/files/${name}?expires=${expires}&sign=${sign}`;
    },
    check(method, { pathname, searchParams }) {
      const name = pattern.exec(pathname)?.[1];
      if (name === undefined) return undefined;
      const expires = searchParams.get("expires") ?? "";
      const sign = Buffer.from(searchParams.get("sign") ?? "", "base64url");
      const expected = signatureOf(method, name, expires);
      if (sign.length !== expected.length || !timingSafeEqual(sign, expected)) {
        return { refused: "The signature of this address is wrong." };
      }
      if (Number(expires) <= Date.now() / 1000) return { refused: "This address has expired." };
      return { path: Buffer.from(name, "base64url").toString() };
    },
  };
}
