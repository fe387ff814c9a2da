import { qrSvg } from "./qrSvg";

/**
 * A text as a QR code, black on white: `<qr-code text="…" label="我的签到码" />`. Its side is the
 * page's `--qr-size` (480rpx by default). `label` is what is read out for it.
 */
Component({
  properties: {
    text: { type: String, value: "" },
    label: { type: String, value: "二维码" },
  },
  data: { src: "" },
  observers: {
    text(text: string) {
      this.setData({ src: text === "" ? "" : address(qrSvg(text)) });
    },
  },
});

/** Base64, because some telephones do not draw an SVG address that is percent-encoded. */
function address(svg: string): string {
  const bytes = Uint8Array.from(svg, (character) => character.charCodeAt(0));
  return `data:image/svg+xml;base64,${wx.arrayBufferToBase64(bytes.buffer)}`;
}
