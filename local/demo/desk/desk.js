// The page of the three phones: who is shown on each, and the messages WeChat would have delivered.

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
  const frame = phone.querySelector("iframe");
  const list = phone.querySelector("select");
  phone.querySelector(".who").textContent = who;
  list.setAttribute("aria-label", `${who}的手机上是谁`);
  list.append(...people.map((person) => new Option(person.label, person.openid)));
  list.value = openid;
  const become = () => {
    // A person's phone keeps that person's things, on whichever of the three it is shown.
    const of = new URLSearchParams({ id: list.value, openid: list.value });
    frame.src = `/phone/index.html?${of}`;
    frame.title = `${who}的手机`;
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
  const texts = Object.values(data.data ?? {}).map((value) => value.value);
  line.append(
    part("time", "", new Date(at).toLocaleString("zh-CN", { hour12: false })),
    part("span", "to", `${kind} → ${nameOf.get(data.touser) ?? data.touser}`),
    part("span", "", texts.length > 0 ? texts.join(" · ") : (data.text?.content ?? "")),
  );
  document.querySelector("#outbox").prepend(line);
}
