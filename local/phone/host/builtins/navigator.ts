import { api } from "../api.ts";
import type { RouteKind } from "../phone.ts";
import { builtin } from "./builtin.ts";
import { hover, hoverProperties } from "./hover.ts";
import { number, text } from "./properties.ts";

const routes: Readonly<Record<string, RouteKind>> = {
  navigate: "navigateTo",
  redirect: "redirectTo",
  switchTab: "switchTab",
  reLaunch: "reLaunch",
  navigateBack: "navigateBack",
};

/** Goes to another page when tapped; to other Mini Programs the phone cannot go. */
export const navigator = builtin({
  tag: "navigator",
  properties: {
    target: text("self"),
    url: text(),
    openType: text("navigate"),
    delta: number(1),
    appId: text(),
    path: text(),
    version: text(),
    shortLink: text(),
    ...hoverProperties("navigator-hover", 50, 600),
  },
  mount(part) {
    const { values, on, emit, platform } = part;
    hover(part);
    on("tap", () => void go());

    async function go(): Promise<void> {
      const { target, openType, url, delta } = values();
      try {
        const route = routes[openType];
        if (target !== "self" || !route) throw { errMsg: refusal(target, openType) };
        const options = route === "navigateBack" ? { delta } : { url };
        const move = api(route, async () => (await platform.phone.route(route, options)) as object);
        const result = await move();
        emit("success", result);
        emit("complete", result);
      } catch (failure) {
        platform.phone.report(failure);
        emit("fail", failure);
        emit("complete", failure);
      }
    }
  },
});

function refusal(target: string, openType: string): string {
  return target === "self"
    ? `navigator:fail the local phone lacks open-type="${openType}"`
    : `navigator:fail the local phone lacks target="${target}"`;
}
