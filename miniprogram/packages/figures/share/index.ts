import { shareCard, toView, type View } from "../../../pages/board/view";
import { firstWish, inputOf, periodInput, type Wish, wishOf } from "../../../pages/board/wish";
import { call } from "../../../services/call";
import { announce, explain } from "../../../services/dialogs";
import { load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId, villageIn } from "../../../services/village";
import { canvasOf } from "../canvas";
import { type Content, contentOf, spoken } from "./content";
import { draw, imageIn, measuring, roomOf } from "./draw";
import { layOut } from "./layout";

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** What the picture says, read out. */
    label: "",
    /** Its height as a part of its width, in per cent; known when it is drawn. */
    height: 160,
    /** The picture as a file of this phone; "" until it is drawn. */
    filePath: "",
  },
  village: "",
  wish: firstWish as Wish,

  onLoad(query: Record<string, string | undefined>) {
    this.village = query.village ? villageIn(query) : villageId();
    this.wish = wishOf(query);
    void this.load();
  },

  async load() {
    const { village, wish } = this;
    const about = { villageId: village, by: wish.by, ...periodInput(wish) };
    // Whoever gets no code just now still gets the picture.
    const code = call("getBoardCode", about).catch(() => ({ picture: undefined }));
    let content: Content | undefined;
    const view: View = await load(
      () => call("getBoard", inputOf(village, wish, 0)),
      (reply) => {
        content = contentOf(reply, wish);
        return toView(reply, wish);
      },
    );
    const { picture } = await code;
    const src = picture ? `data:${picture.contentType};base64,${picture.base64}` : "";
    this.setData({ view, label: content ? spoken(content) : "" }, () => {
      if (content) void this.draw(content, src);
    });
  },

  /** The canvas gets the picture's own pixels; the page shows it as wide as it is itself. */
  async draw(content: Content, src: string) {
    const found = await canvasOf("#picture");
    if (!found) return;
    const { canvas } = found;
    const code = src ? await imageIn(canvas, src) : undefined;
    const layout = layOut(content, code !== undefined, measuring(roomOf(canvas)));
    Object.assign(canvas, { width: layout.width, height: layout.height });
    draw(roomOf(canvas), layout, code);
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: "png" });
    this.setData({ filePath: tempFilePath, height: (100 * layout.height) / layout.width });
  },

  retry() {
    this.setData({ view: loading });
    void this.load();
  },

  preview() {
    const { filePath } = this.data;
    if (filePath) void wx.previewImage({ urls: [filePath] });
  },

  async save() {
    try {
      await wx.saveImageToPhotosAlbum({ filePath: this.data.filePath });
      announce("存到相册了");
    } catch (error) {
      const { errMsg = "" } = error as { errMsg?: string };
      if (!errMsg.includes("cancel"))
        explain("没有存进相册。点开图片，长按也可以保存或者发给朋友。");
    }
  },

  onShareAppMessage(): { title: string; path: string } {
    return shareCard(this.data.view, this.wish, this.village);
  },
});
