// The page of the three phones: who is shown on each, each one's WeChat, and the messages delivered.

import { addWeChat } from "./wechat.js";

const { people, atFirst } = await (await fetch("/demo/people")).json();
const nameOf = new Map(people.map((person) => [person.openid, person.label.split(" · ")[0]]));

/** Messages that a person receives; checks and the like are calls too, but nobody is sent them. */
const delivered = {
  "subscribeMessage.send": "服务通知",
  "customerServiceMessage.send": "客服消息",
};

for (const { who, openid } of atFirst) addPhone(who, openid);
await showOutbox();

function addPhone(who, openid) {
  const phone = document.querySelector("#phone").content.cloneNode(true);
  const article = phone.querySelector(".phone");
  const frame = phone.querySelector(".frame iframe");
  const list = phone.querySelector("select");
  phone.querySelector(".who").textContent = who;
  list.setAttribute("aria-label", `${who}的手机上是谁`);
  list.append(...people.map((person) => new Option(person.label, person.openid)));
  list.value = openid;
  const wechat = addWeChat(article, frame, who);
  const become = () => {
    // A person's phone keeps that person's things, on whichever of the three it is shown.
    const of = { id: list.value, openid: list.value, wechat: "beside" };
    frame.src = `/phone/index.html?${new URLSearchParams(of)}`;
    frame.title = `${who}的手机`;
    wechat.become(list.value);
  };
  list.addEventListener("change", become);
  become();
  document.querySelector("#phones").append(phone);
}

async function showOutbox() {
  const { messages } = await (await fetch("/outbox")).json();
  for (const message of messages) show(message);
  const live = new EventSource("/outbox/events");
  live.addEventListener("message", (event) => show(JSON.parse(event.data)));
}

function show({ at, api, data, outcome }) {
  const kind = delivered[api];
  if (!kind || (outcome.errcode ?? 0) !== 0) return; // refused ones are in the outbox too
  document.querySelector("#nothing").hidden = true;
  const line = document.createElement("li");
  const part = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  line.append(
    part("time", "", new Date(at).toLocaleString("zh-CN", { hour12: false })),
    part("span", "to", `${kind} → ${nameOf.get(data.touser) ?? data.touser}`),
    part("span", "", textOf(data)),
  );
  document.querySelector("#outbox").prepend(line);
}

/** What a message says, whichever of the kinds it is. */
function textOf({ data, text, link, miniprogrampage, image }) {
  if (data)
    return Object.values(data)
      .map(({ value }) => value)
      .join(" · ");
  const card = link ?? miniprogrampage;
  return text?.content ?? (card ? `[卡片] ${card.title}` : image ? "[图片]" : "");
}
