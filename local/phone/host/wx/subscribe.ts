import { api } from "../api.ts";
import { element } from "../frame.ts";
import type { Phone } from "../phone.ts";
import { layerButton, openLayer } from "./layer.ts";
import type { Platform } from "./platform.ts";

/** WeChat asks for no more at once. */
const templatesMax = 5;

type Answers = Record<string, "accept" | "reject">;

/** Asks the person which messages the Mini Program may send once. */
export function subscribeWx({ phone, taps }: Platform): Record<string, unknown> {
  return {
    requestSubscribeMessage: api<{ tmplIds: readonly string[] }>(
      "requestSubscribeMessage",
      async ({ tmplIds }) => {
        if (!taps.fresh()) throw failure("can only be invoked by user TAP gesture.");
        if (!Array.isArray(tmplIds) || tmplIds.length === 0) {
          throw failure("TmplIds can't be empty", 10001);
        }
        if (tmplIds.length > templatesMax) {
          throw failure("Templates count out of max bounds", 20003);
        }
        const answers = await askTemplates(phone.overlay, tmplIds, await titlesOf(phone));
        await tell(phone, answers);
        return answers;
      },
    ),
  };
}

function failure(words: string, errCode?: number): object {
  const errMsg = `requestSubscribeMessage:fail ${words}`;
  return errCode === undefined ? { errMsg } : { errMsg, errCode };
}

/** How the templates are called, where a cloud knows them. */
async function titlesOf({ cloudUrl }: Phone): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(`${cloudUrl}/wechat/templates`).catch(() => undefined);
  if (!response?.ok) return new Map();
  const { templates } = (await response.json()) as { templates: { id: string; title: string }[] };
  return new Map(templates.map(({ id, title }) => [id, title]));
}

/** The permission is WeChat's to count: a cloud without WeChat has nothing to note. */
async function tell({ cloudUrl, openid }: Phone, answers: Answers): Promise<void> {
  const accepted = Object.entries(answers).filter(([, answer]) => answer === "accept");
  const templateIds = accepted.map(([id]) => id);
  if (templateIds.length === 0) return;
  const body = JSON.stringify({ templateIds });
  const address = `${cloudUrl}/wechat/people/${openid}/subscriptions`;
  await fetch(address, { method: "POST", body }).catch(() => undefined);
}

function askTemplates(
  overlay: HTMLElement,
  ids: readonly string[],
  titles: ReadonlyMap<string, string>,
): Promise<Answers> {
  const layer = openLayer<Answers>(overlay, "sheet");
  const { panel } = layer;
  panel.classList.add("wx-subscribe");
  panel.append(element("div", "wx-subscribe-title", "小程序申请发送以下消息"));
  const boxes = ids.map((id) => {
    const label = panel.appendChild(element("label", ""));
    const box = label.appendChild(element("input", ""));
    box.type = "checkbox";
    box.checked = true;
    label.append(titles.get(id) ?? `消息模板 ${id}`);
    return { id, box };
  });
  const answer = (allowed: boolean) => {
    const answers = boxes.map(({ id, box }) => [id, allowed && box.checked ? "accept" : "reject"]);
    layer.answer(Object.fromEntries(answers) as Answers);
  };
  const buttons = panel.appendChild(element("div", "wx-subscribe-buttons"));
  buttons.append(
    layerButton("拒绝", "wx-reject", () => answer(false)),
    layerButton("允许", "wx-allow", () => answer(true)),
  );
  return layer.answered;
}
