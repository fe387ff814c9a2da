import type { ComponentSpace } from "glass-easel";
import { ApiFailure, api } from "./api.ts";
import { missingTags } from "./builtins/tags.ts";

/**
 * The app's `wx`: what is there, and for any other name a function that fails by that name instead of
 * being undefined. `canIUse` tells the truth about both.
 */
export function wxProxy(
  functions: Readonly<Record<string, unknown>>,
  components: ComponentSpace,
): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    ...functions,
    canIUse: (schema: string) => canUse(functions, components, schema),
  };
  return new Proxy(wx, {
    get(known, name) {
      if (typeof name === "symbol" || name in known) return Reflect.get(known, name);
      // Whoever awaits `wx` asks for this, and must be told that it is no promise.
      return name === "then" ? undefined : missing(name);
    },
  });
}

function missing(name: string): (options?: object) => unknown {
  const message = "not available on this phone";
  const fail = api(name, () => {
    throw new ApiFailure(message);
  });
  return (options) => {
    console.error(`wx.${name}: ${message}`);
    // What answers at once, or answers to nobody, has no other way to say so.
    const isTold = typeof options === "object" && options !== null;
    if (!isTold && /Sync$|^(on|off|create|get)[A-Z]/.test(name)) {
      throw new Error(`wx.${name}: ${message}`);
    }
    return fail(options);
  };
}

/**
 * @param schema `navigateTo`, `cloud.callFunction`, `button`, `button.open-type`; what is said beyond the
 *   second name (`request.object.method`) cannot be told and is not looked at
 */
function canUse(
  functions: Readonly<Record<string, unknown>>,
  components: ComponentSpace,
  schema: string,
): boolean {
  const [name = "", member] = schema.split(".");
  const found = functions[name];
  if (typeof found === "function") return true;
  if (typeof found === "object" && found !== null) return !member || member in found;
  const component = components.getGlobalUsingComponent(name);
  if (!component || typeof component === "string") return false;
  if (missingTags.some((tag) => tag === name)) return false;
  // A component that nobody has used yet does not know its own properties.
  component.prepare();
  const property = member?.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return !property || component.behavior.listProperties().includes(property);
}
