/** An openid or unionid as WeChat gives them; of digits only, the SDK would make a number. */
export const openidShape = /^(?!\d+$)[\w-]{1,64}$/;

/** On whose behalf something is asked, as WeChat would vouch for it. */
export type Caller = Readonly<{ openid?: string; unionid?: string }>;

/** Who a function runs for, what started it (`wx_client`, `wx_client,scf`, …), and its own name. */
export type Identity = Caller & Readonly<{ source?: string; function?: string }>;

/**
 * `WX_API_TOKEN`: the SDKs send it along with whatever a function asks, so we learn who asks. It is not
 * signed, because whoever reaches this server may speak as anybody anyway.
 */
export function tokenOf(identity: Identity): string {
  return Buffer.from(JSON.stringify(identity)).toString("base64url");
}

/** A token that is not ours says nothing. */
export function identityIn(token: string | undefined): Identity {
  try {
    return JSON.parse(Buffer.from(token ?? "", "base64url").toString("utf8")) ?? {};
  } catch {
    return {};
  }
}
