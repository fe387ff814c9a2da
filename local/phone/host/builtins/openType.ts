import { formatAddress } from "../addresses.ts";
import { cardPicture } from "../cardPicture.ts";
import { randomName } from "../wx/files.ts";
import { askConfirm } from "../wx/modal.ts";
import { pickFiles } from "../wx/pickFiles.ts";
import type { Platform } from "../wx/platform.ts";
import type { Part } from "./builtin.ts";
import { flag, text } from "./properties.ts";

/**
 * What the open types of a button take; those of them that the phone lacks are taken and refused.
 */
export const openTypeProperties = {
  openType: text(),
  lang: text("en"),
  sessionFrom: text(),
  sendMessageTitle: text(),
  sendMessagePath: text(),
  sendMessageImg: text(),
  showMessageCard: flag(),
  appParameter: text(),
  phoneNumberNoQuotaToast: flag(true),
  needShowEntrance: flag(true),
  entrancePath: text(),
};

type Button = Part<typeof openTypeProperties>;

/** Several may be joined: `getPhoneNumber|agreePrivacyAuthorization`, each asked in its turn. */
export function useOpenType(button: Button): void {
  const { platform, values } = button;
  const asked = values().openType.split("|");
  const ordered = asked.sort((a, b) => Number(isAgreement(b)) - Number(isAgreement(a)));
  const run = async () => {
    for (const openType of ordered) await use(button, openType);
  };
  run().catch((error) => platform.phone.report(error));
}

const isAgreement = (openType: string) => openType === "agreePrivacyAuthorization";

async function use(button: Button, openType: string): Promise<void> {
  const { component, platform, emit } = button;
  const { phone } = platform;
  switch (openType) {
    case "share": {
      const target = { id: component.id, dataset: { ...component.dataset } };
      return phone.share({ from: "button", target });
    }
    case "agreePrivacyAuthorization":
      platform.privacy.agree(component.id);
      return emit("agreeprivacyauthorization", { errMsg: "agreePrivacyAuthorization:ok" });
    case "getPhoneNumber":
    case "getRealtimePhoneNumber":
      return givePhoneNumber(button, openType);
    case "contact":
      return openChat(button);
    case "openSetting":
      await askConfirm(phone.overlay, {
        title: "设置",
        content: "本机手机上没有需要授权的项目。",
        showCancel: false,
      });
      return emit("opensetting", { errMsg: "openSetting:ok", authSetting: {} });
    case "chooseAvatar":
      return giveAvatar(button);
    default: {
      const errMsg = `${openType}:fail the local phone lacks <button open-type="${openType}">`;
      phone.report({ errMsg });
      return emit("error", { errMsg });
    }
  }
}

/** The card to send is the seen page's, unless the button says otherwise. */
async function openChat({ platform, values, emit }: Button): Promise<void> {
  const { phone, files } = platform;
  const { sessionFrom, showMessageCard, sendMessageTitle, sendMessagePath } = values();
  const page = phone.currentPage();
  const card = {
    title: sendMessageTitle || (page?.config.navigationBarTitleText ?? ""),
    path: sendMessagePath || (page ? formatAddress({ ...page, path: page.route }) : "/"),
    imageUrl: await cardPicture(values().sendMessageImg, page?.scroller, files.urlOf),
  };
  phone.contact({ sessionFrom, ...(showMessageCard ? { card } : {}) }, (returned) =>
    emit("contact", { errMsg: "enterContact:ok", ...returned }),
  );
}

/** What the dialog offers; the person may write another number. */
const offeredNumber = "13800138000";

/** The code ends with the number: that is how the local cloud knows what it stands for. */
async function givePhoneNumber({ platform, emit }: Button, openType: string): Promise<void> {
  const event = openType.toLowerCase();
  if (!(await mayAsk(platform, openType))) {
    return emit(event, { errMsg: `${openType}:fail privacy permission is not authorized` });
  }
  const { confirm, content = "" } = await askConfirm(platform.phone.overlay, {
    title: "申请获取并验证你的手机号",
    content: offeredNumber,
    editable: true,
    placeholderText: "手机号",
    confirmText: "允许",
    cancelText: "不允许",
  });
  if (!confirm) return emit(event, { errMsg: `${openType}:fail user deny` });
  const number = content.trim();
  if (!/^1\d{10}$/.test(number)) {
    return emit(event, { errMsg: `${openType}:fail "${number}" is no mobile number` });
  }
  return emit(event, { errMsg: `${openType}:ok`, code: `${randomName()}${number}` });
}

async function giveAvatar({ platform, emit }: Button): Promise<void> {
  if (!(await mayAsk(platform, "chooseAvatar"))) return;
  const [file] = await pickFiles({ accept: "image/*", multiple: false });
  if (file) emit("chooseavatar", { avatarUrl: platform.files.keep(file, "png") });
}

/** Whether the person has agreed to the privacy guideline, or does so now. */
function mayAsk({ privacy }: Platform, openType: string): Promise<boolean> {
  return privacy.require(`button.${openType}`).then(
    () => true,
    () => false,
  );
}
