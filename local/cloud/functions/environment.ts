import { type Identity, tokenOf } from "./caller.ts";

export type Environment = Readonly<Record<string, string>>;

/** What makes the SDKs find this server, in a function and outside of one. */
export function sdkEnvironment(url: string, env: string): Environment {
  return {
    TENCENTCLOUD_RUNENV: "SCF",
    TENCENTCLOUD_REGION: "ap-shanghai",
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TENCENTCLOUD_SECRETID: "local",
    TENCENTCLOUD_SECRETKEY: "local",
    TENCENTCLOUD_SESSIONTOKEN: "local",
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  };
}

/** What `getWXContext()` reads: it is new for each call, since each comes from somebody else. */
export function callEnvironment(appid: string, identity: Identity): Environment {
  const { openid, unionid, source } = identity;
  const wx = {
    WX_APPID: appid,
    WX_CLIENTIP: "127.0.0.1",
    WX_API_TOKEN: tokenOf(identity),
    ...(openid === undefined ? {} : { WX_OPENID: openid }),
    ...(unionid === undefined ? {} : { WX_UNIONID: unionid }),
  };
  return {
    ...wx,
    WX_CONTEXT_KEYS: Object.keys(wx).join(","),
    ...(source === undefined ? {} : { TCB_SOURCE: source }),
    ...(source === timerSource ? { TRIGGER_SRC: "timer" } : {}),
  };
}

/** What `getWXContext().SOURCE` says when a timer started the function. */
export const timerSource = "wx_trigger";
