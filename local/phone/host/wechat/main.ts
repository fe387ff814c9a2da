import "./wechat.css";
import { element } from "../frame.ts";
import type { ContactSession } from "../phone.ts";
import type { Entry } from "../wechat.ts";
import { chatScreen } from "./chat.ts";
import { listScreen } from "./list.ts";
import type { Moves, Screen } from "./screen.ts";
import { openCloud } from "./sight.ts";

/**
 * The window that stands for one person's WeChat: `wechat.html?openid=<openid>`, or with `session` (JSON of
 * a `ContactSession`) straight into the customer-service chat. It lies over a phone, or beside one, and tells
 * the window around it what to do: see `wechat.ts`.
 */
function main(): void {
  const asked = new URL(location.href).searchParams;
  const session = asked.get("session");
  const openid = asked.get("openid") ?? "o-nobody";
  const cloud = openCloud(openid);
  const head = element("header", "");
  const main = element("main", "");
  document.body.append(head, main);
  const screens: Screen[] = [];

  const say = (told: object) => window.parent.postMessage({ ...told, openid }, location.origin);
  const around: Moves = {
    open: (entry: Entry) =>
      say({ type: "wechat:open", entry, fromContact: session !== null && screens.length === 1 }),
    go(screen) {
      screens.push(screen);
      draw();
    },
  };

  function back(): void {
    screens.pop();
    if (screens.length > 0) draw();
    else say({ type: "wechat:close" });
  }

  function draw(): void {
    const screen = screens.at(-1);
    if (!screen) return;
    const button = element("button", "back", "‹");
    button.ariaLabel = screens.length > 1 ? "返回" : "关闭";
    button.addEventListener("click", back);
    head.replaceChildren(button, element("h1", "", screen.title), element("span", "whose", whose));
    main.replaceChildren(screen.body, ...(screen.foot ? [screen.foot] : []));
    void refresh();
  }

  let whose = "";
  async function refresh(): Promise<void> {
    try {
      const sight = await cloud.look();
      whose = `${sight.name ?? openid}的微信`;
      const name = head.querySelector(".whose");
      if (name) name.textContent = whose;
      screens.at(-1)?.show(sight);
    } catch {
      main.replaceChildren(element("p", "empty", "没有连上本机的云，所以这里什么也没有。"));
    }
  }

  cloud.listen(() => void refresh());
  around.go(
    session === null
      ? listScreen(around, cloud)
      : chatScreen(around, cloud, JSON.parse(session) as ContactSession),
  );
}

main();
