import { api } from "../api.ts";
import type { Phone } from "../phone.ts";
import type { Platform } from "./platform.ts";

/** The version of WeChat's base library whose interface the phone follows. */
const sdkVersion = "3.8.0";

const wechatVersion = "8.0.50";

const deviceInfo = () => ({
  brand: "devtools",
  model: "local phone",
  system: "iOS 17.0",
  platform: "devtools",
  abi: "",
  benchmarkLevel: 1,
  memorySize: 2048,
  cpuType: "unknown",
});

const systemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: false,
  wifiEnabled: true,
  deviceOrientation: "portrait",
});

const authorizeSetting = () => ({
  albumAuthorized: "authorized",
  bluetoothAuthorized: "denied",
  cameraAuthorized: "authorized",
  locationAuthorized: "denied",
  locationReducedAccuracy: false,
  microphoneAuthorized: "denied",
  notificationAuthorized: "authorized",
  phoneCalendarAuthorized: "denied",
});

/**
 * What an app may ask about phone and WeChat. The text size that a person has set comes from the
 * phone's address: `?fontScale=1.3`.
 */
export function systemWx({ phone }: Platform): Record<string, unknown> {
  const fontScale = Number(new URL(location.href).searchParams.get("fontScale")) || 1;
  const appBaseInfo = () => ({
    SDKVersion: sdkVersion,
    version: wechatVersion,
    language: "zh_CN",
    theme: "light",
    enableDebug: false,
    host: { appId: "", env: "WeChat" },
    fontSizeScaleFactor: fontScale,
    fontSizeSetting: 16 * fontScale,
  });
  const systemInfo = () => ({
    ...deviceInfo(),
    ...appBaseInfo(),
    ...windowInfo(phone),
    ...systemSetting(),
  });
  return {
    getWindowInfo: () => windowInfo(phone),
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: authorizeSetting,
    getSystemInfoSync: systemInfo,
    getSystemInfo: api<object>("getSystemInfo", systemInfo),
    getSystemInfoAsync: api<object>("getSystemInfoAsync", systemInfo),
    getAccountInfoSync: () => ({
      miniProgram: {
        appId: String(phone.config.appid ?? "touristappid"),
        envVersion: "develop",
        version: "",
      },
      plugin: {},
    }),
    getMenuButtonBoundingClientRect: () => ({ ...phone.screen().menuButton }),
    // Theme and capsule never change here, so nobody is ever told.
    onThemeChange: () => {},
    offThemeChange: () => {},
    onMenuButtonBoundingClientRectWeightChange: () => {},
    offMenuButtonBoundingClientRectWeightChange: () => {},
  };
}

function windowInfo(phone: Phone): object {
  const { width, height, windowWidth, windowHeight, windowTop, statusBarHeight } = phone.screen();
  const safe = { left: 0, top: statusBarHeight, right: width, bottom: height };
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth,
    windowHeight,
    statusBarHeight,
    screenTop: windowTop,
    safeArea: { ...safe, width, height: height - statusBarHeight },
  };
}
