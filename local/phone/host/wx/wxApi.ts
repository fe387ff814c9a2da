import { accountWx } from "./account.ts";
import { actionSheetWx } from "./actionSheet.ts";
import { animationWx } from "./animation.ts";
import { basicsWx } from "./basics.ts";
import { canvasWx } from "./canvasApi.ts";
import { cloudWx } from "./cloud.ts";
import { deviceWx } from "./device.ts";
import { fileMessageWx } from "./fileMessage.ts";
import { fileWx } from "./fileSystem.ts";
import { imageWx } from "./imageApi.ts";
import { keepScreenOnWx } from "./keepScreenOn.ts";
import { logsWx } from "./logs.ts";
import { mapWx } from "./mapApi.ts";
import { mediaWx } from "./media.ts";
import { modalWx } from "./modal.ts";
import { networkWx } from "./networkApi.ts";
import { openDocumentWx } from "./openDocument.ts";
import type { Platform } from "./platform.ts";
import { privacyWx } from "./privacy.ts";
import { scanWx } from "./scanCode.ts";
import { storageWx } from "./storage.ts";
import { subscribeWx } from "./subscribe.ts";
import { systemWx } from "./system.ts";
import { openToasts, toastWx } from "./toast.ts";
import { videoWx } from "./videoApi.ts";
import { viewerWx } from "./viewer.ts";

/**
 * `wx`, but for what touches the page stack (routing, bars, pull-down refresh, selector queries,
 * share menu, App events), which the host adds.
 */
export function createWx(platform: Platform): Record<string, unknown> {
  const toasts = openToasts(platform);
  return {
    ...basicsWx(),
    ...systemWx(platform),
    ...storageWx(platform),
    ...fileWx(platform),
    ...fileMessageWx(platform),
    ...openDocumentWx(platform),
    ...modalWx(platform),
    ...toastWx(toasts),
    ...actionSheetWx(platform),
    ...networkWx(platform),
    ...cloudWx(platform),
    ...mediaWx(platform),
    ...imageWx(platform),
    ...viewerWx(platform),
    ...canvasWx(platform),
    ...videoWx(platform),
    ...mapWx(platform),
    ...deviceWx(platform, toasts),
    ...scanWx(platform),
    ...keepScreenOnWx(),
    ...accountWx(),
    ...privacyWx(platform.privacy),
    ...subscribeWx(platform),
    ...animationWx(),
    ...logsWx(),
  };
}
