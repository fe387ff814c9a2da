import cloud from "wx-server-sdk";
import type { ChatMessage, ChatMessages } from "../core/kernel/ports.ts";
import { cardPicture } from "./cardPicture.ts";

/** How WeChat numbers its two ways of saying that nothing more may be sent now. */
const refusals = { 45047: "over_limit", 45015: "too_late" } as const;

/** Messages of the customer-service chat. What WeChat refuses for another reason is an error. */
export const chatMessages: ChatMessages = {
  async send(openid, message) {
    try {
      await cloud.openapi.customerServiceMessage.send({
        touser: openid,
        ...(await contentOf(message)),
      });
      return "sent";
    } catch (error) {
      const refusal = Object.entries(refusals).find(([code]) => Number(code) === codeOf(error));
      if (!refusal) throw error;
      return refusal[1];
    }
  },
};

async function contentOf(message: ChatMessage): Promise<object> {
  if (message.kind === "text") return { msgtype: "text", text: { content: message.text } };
  const { title, page: pagepath } = message;
  const thumbMediaId = await pictureId(Date.now());
  return { msgtype: "miniprogrampage", miniprogrampage: { title, pagepath, thumbMediaId } };
}

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "errCode" in error ? error.errCode : undefined;

/** WeChat keeps an uploaded picture for three days; ours is sent anew after two. */
const keptMs = 2 * 24 * 60 * 60 * 1000;

/** Kept as long as the function's instance lives: a new one uploads the picture again with its first card. */
let uploaded = { id: "", at: Number.NEGATIVE_INFINITY };

/** WeChat wants a picture on every card, by the id that it gave it. */
async function pictureId(now: number): Promise<string> {
  if (now - uploaded.at < keptMs) return uploaded.id;
  const media = { contentType: "image/png", value: cardPicture() };
  const { mediaId } = await cloud.openapi.customerServiceMessage.uploadTempMedia({
    ...{ type: "image", media },
  });
  uploaded = { id: mediaId, at: now };
  return mediaId;
}
