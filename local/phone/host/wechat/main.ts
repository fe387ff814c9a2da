import "./wechat.css";
import { element } from "../frame.ts";
import type { ContactSession } from "../phone.ts";
import { chatScreen } from "./chat.ts";
import { listScreen } from "./list.ts";
import type { Moves, Screen } from "./screen.ts";
import { openCloud } from "./sight.ts";

/**
 * The window that stands for one person's WeChat: `wechat.html?openid=<openid>`, or with `session` (JSON of
 * a `ContactSession`) straight into the customer-service chat. It lies over a phone, or beside one, and tells
 * the page around it what to do: see `../wechat.ts`.
 */
function showWeChat(): void {
  const asked = new URL(location.href).searchParams;
  const session = asked.get("session");
  const openid = asked.get("openid") ?? "o-nobody";
  const cloud = openCloud(openid);
  const { head, screen: stage, whose, lost } = buildWindow();
  const screens: Screen[] = [];
  let looks = 0;

  const say = (told: object) => window.parent.postMessage({ ...told, openid }, location.origin);

  const moves: Moves = {
    open: (entry) =>
      say({ type: "wechat:open", entry, fromContact: session !== null && screens.length === 1 }),
    go(screen) {
      screens.push(screen);
      draw(screen);
    },
  };

  function back(): void {
    screens.pop();
    const screen = screens.at(-1);
    if (screen) draw(screen);
    else say({ type: "wechat:close" });
  }

  function draw({ title, body, foot }: Screen): void {
    const button = element("button", "back", "‹");
    button.ariaLabel = screens.length > 1 ? "返回" : "关闭";
    button.addEventListener("click", back);
    head.replaceChildren(button, element("h1", "", title), whose);
    stage.replaceChildren(body, ...(foot ? [foot] : []));
    void refresh();
  }

  async function refresh(): Promise<void> {
    looks += 1;
    const look = looks;
    const sight = await cloud.look().catch(() => undefined);
    if (look !== looks) return; // a later one is under way
    lost.hidden = sight !== undefined;
    stage.hidden = sight === undefined;
    if (!sight) return;
    whose.textContent = `${sight.name ?? openid}的微信`;
    screens.at(-1)?.show(sight);
  }

  cloud.listen(() => void refresh());
  moves.go(
    session === null
      ? listScreen(moves, cloud)
      : chatScreen(moves, cloud, JSON.parse(session) as ContactSession),
  );
}

function buildWindow() {
  const head = element("header", "");
  const screen = element("main", "");
  const whose = element("span", "whose");
  const lost = element("p", "empty", "没有连上本机的云，所以这里什么也没有。");
  lost.hidden = true;
  document.body.append(head, lost, screen);
  return { head, screen, whose, lost };
}

showWeChat();
