import { ApiFailure, api } from "../api.ts";
import type { Phone } from "../phone.ts";
import { askConfirm } from "./modal.ts";

/**
 * Whether the person has agreed to the Mini Program's privacy guideline. Asked for only where
 * app.json says `"__usePrivacyCheck__": true`; the answer is kept for good.
 */
export type Privacy = Readonly<{
  /** The person tapped an agreeing button. */
  agree(buttonId: string): void;
  needed(): boolean;
  /**
   * Waits until the person has agreed: asks through the app's own dialog if it has one, else
   * through WeChat's.
   * @param referrer the API that wants to know: `chooseMedia`
   * @throws ApiFailure when the person does not agree
   */
  require(referrer: string): Promise<void>;
  /** What the app does when an API needs consent; the last one given counts. */
  setAsker(asker: Asker | undefined): void;
  /** Shows the guideline. */
  show(): Promise<unknown>;
}>;

type Verdict = Readonly<{
  event: "agree" | "disagree" | "exposureAuthorization";
  buttonId?: string;
}>;

type Asker = (resolve: (verdict: Verdict) => void, info: { referrer: string }) => void;

export function createPrivacy({ overlay, config, storagePrefix, report }: Phone): Privacy {
  const key = `${storagePrefix}privacy`;
  const tapped = new Set<string>();
  let asker: Asker | undefined;

  const needed = () => config.__usePrivacyCheck__ === true && localStorage.getItem(key) === null;
  const keep = () => localStorage.setItem(key, "agreed");

  function askApp(asking: Asker, referrer: string): Promise<boolean> {
    return new Promise((resolve) => {
      asking(
        ({ event, buttonId = "" }) => {
          if (event === "disagree") resolve(false);
          if (event !== "agree") return;
          if (tapped.has(buttonId)) resolve(true);
          else report(new Error(`no agreePrivacyAuthorization button "${buttonId}" was tapped`));
        },
        { referrer },
      );
    });
  }

  async function askAsWechat(): Promise<boolean> {
    const { confirm } = await askConfirm(overlay, {
      title: "用户隐私保护提示",
      content: "使用前请阅读并同意小程序的用户隐私保护指引。",
      cancelText: "拒绝",
      confirmText: "同意",
    });
    return confirm;
  }

  return {
    agree(buttonId) {
      tapped.add(buttonId);
      keep();
    },
    needed,
    async require(referrer) {
      if (!needed()) return;
      const agreed = asker ? await askApp(asker, referrer) : await askAsWechat();
      if (!agreed) throw new ApiFailure("privacy permission is not authorized");
      keep();
    },
    setAsker(next) {
      asker = next;
    },
    show: () =>
      askConfirm(overlay, {
        title: "用户隐私保护指引",
        content: "在微信里，这里是小程序在管理后台填写的用户隐私保护指引。",
        showCancel: false,
      }),
  };
}

export function privacyWx(privacy: Privacy): Record<string, unknown> {
  return {
    getPrivacySetting: api<object>("getPrivacySetting", () => ({
      needAuthorization: privacy.needed(),
      privacyContractName: "《用户隐私保护指引》",
    })),
    requirePrivacyAuthorize: api<object>("requirePrivacyAuthorize", async () => {
      await privacy.require("requirePrivacyAuthorize");
      return undefined;
    }),
    openPrivacyContract: api<object>("openPrivacyContract", async () => {
      await privacy.show();
      return undefined;
    }),
    onNeedPrivacyAuthorization: (asker: Asker) => privacy.setAsker(asker),
  };
}
