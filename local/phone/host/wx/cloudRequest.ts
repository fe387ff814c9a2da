import { CloudError, cloudFailure, noSignal } from "./cloudError.ts";
import type { Platform } from "./platform.ts";

export type Answer = Readonly<{ body: unknown; requestId: string }>;

/**
 * Asks the cloud as the person who holds the phone.
 * @param call what the app called, for its failure: `callFunction`
 * @throws CloudError when there is no signal, when it is lost on the way, or when the cloud refuses
 */
export async function askCloud(
  { phone, network }: Platform,
  call: string,
  path: string,
  question: unknown,
): Promise<Answer> {
  if (!network.online()) throw noSignal(call);
  try {
    const response = await fetch(phone.cloudUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-wx-openid": phone.openid },
      body: JSON.stringify(question ?? {}),
      signal: network.signal(),
    });
    const body = bodyOf(await response.text());
    if (!response.ok) throw refusal(call, response.status, body);
    return { body, requestId: response.headers.get("x-request-id") ?? crypto.randomUUID() };
  } catch (error) {
    throw error instanceof CloudError ? error : noSignal(call);
  }
}

/** What the cloud's refusal `{code, message}` becomes. */
export function refusal(call: string, status: number, body: unknown): CloudError {
  const { code = "", message = `status ${status}` } = (body ?? {}) as {
    code?: string;
    message?: string;
  };
  return cloudFailure(call, code, message);
}

/** JSON, or the bare text where it is none; a function that returns nothing answers nothing. */
export function bodyOf(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
