/**
 * An object of WeChat's of which the phone has a part: any other of its functions fails by its
 * name.
 * @param name as it is written in an app: `wx.cloud`
 */
export function refuseOthers<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, property) {
      // Whoever awaits the object asks for `then`, and must be told that it is no promise.
      const isKnown = typeof property === "symbol" || property === "then" || property in target;
      if (isKnown) return Reflect.get(target, property);
      return () => {
        throw new Error(`${name}.${property}: not available on this phone`);
      };
    },
  });
}
