import { ApiFailure, api } from "./api.ts";

/**
 * The app's `wx`: what is there, and for any other name a function that fails by that name instead of
 * being undefined. `canIUse` tells the truth about both.
 */
export function wxProxy(functions: Record<string, unknown>): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    ...functions,
    canIUse: (schema: string) => canUse(functions, schema),
  };
  return new Proxy(wx, {
    get(known, name) {
      if (typeof name === "symbol" || name in known) return known[name as string];
      return missing(name);
    },
  });
}

function missing(name: string): (...args: never[]) => unknown {
  const message = "not available on this phone";
  const asynchronous = api(name, () => {
    throw new ApiFailure(message);
  });
  return (options: object) => {
    console.error(`wx.${name}: ${message}`);
    // What answers at once, or answers to nobody, has no other way to say so.
    if (/Sync$|^(on|off|create|get)[A-Z]/.test(name) && !callbacksIn(options)) {
      throw new Error(`wx.${name}: ${message}`);
    }
    return asynchronous(options);
  };
}

function callbacksIn(options: unknown): boolean {
  return typeof options === "object" && options !== null;
}

/** `canIUse("scroll-view.refresher")` asks for a component: those answer for themselves elsewhere. */
function canUse(functions: Record<string, unknown>, schema: string): boolean {
  const [name = "", member] = schema.split(".");
  const found = functions[name];
  if (member === undefined || ["return", "success", "object", "callback"].includes(member)) {
    return found !== undefined;
  }
  return typeof found === "object" && found !== null && member in found;
}
