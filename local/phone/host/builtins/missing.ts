import type { ComponentSpace } from "glass-easel";
import type { Platform } from "../wx/platform.ts";
import { missingTags } from "./tags.ts";

/**
 * Stands for the built-ins that the phone lacks: a box that names the tag, so that nobody takes an
 * empty page for a working one, and an error for the log.
 */
export function defineMissing(space: ComponentSpace, { phone }: Platform): void {
  for (const tag of missingTags) {
    const definition = space.defineComponent({
      is: `builtin/${tag}`,
      options: { virtualHost: false, styleScope: 0 },
      lifetimes: {
        created() {
          const dom = this.getBackendElement() as unknown as HTMLElement;
          dom.toggleAttribute("phone-missing", true);
          dom.append(`本机手机没有 <${tag}> 组件`);
          phone.report(new Error(`<${tag}>: the local phone lacks this built-in component`));
        },
      },
    });
    space.setGlobalUsingComponent(tag, definition.general());
  }
}
