import { element } from "../frame.ts";
import { timeOf } from "./cards.ts";
import { growingList, type Moves, type Screen } from "./screen.ts";
import type { Notice } from "./sight.ts";

/** WeChat's number for a Mini Program opened from a subscribe message. */
const noticeScene = 1014;

export const noticesTitle = "服务通知";

/** The subscribe messages that arrived, each with the page that it opens. */
export function noticesScreen(moves: Moves): Screen {
  const { list, fill } = growingList("notices");
  return {
    title: noticesTitle,
    body: list,
    show({ notices }) {
      fill(
        notices.map((notice) => drawNotice(notice, moves)),
        "还没有通知。小程序发来的订阅消息会出现在这里。",
      );
    },
  };
}

function drawNotice({ at, title, lines, page }: Notice, { open }: Moves): HTMLElement {
  const notice = element("button", "notice");
  notice.type = "button";
  notice.disabled = !page;
  notice.append(element("time", "", timeOf(at)), element("strong", "", title));
  const table = notice.appendChild(element("span", "notice-lines"));
  for (const { name, value } of lines) {
    table.append(element("span", "notice-name", name), element("span", "", value));
  }
  if (page) notice.append(element("span", "notice-foot", "进入小程序查看"));
  notice.addEventListener("click", () => page && open({ path: page, scene: noticeScene }));
  return notice;
}
