import type { Point } from "../../../pages/grid/land";
import { attempt, sentenceOf } from "../../../services/attempt";
import { call, Refused } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import {
  beginPiece,
  choose,
  type Drawing,
  drawingOf,
  insertAfterChosen,
  outlineOf,
  put,
  removeAll,
  removeChosen,
  snapped,
  undo,
} from "./drawing";
import {
  cornerOf,
  cornersOfOthers,
  isDrawn,
  placeIn,
  type Reply,
  type Sheet,
  sheetOf,
  toView,
  type View,
} from "./view";

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    sheet: undefined as Sheet | undefined,
    /** Why the village refused what was drawn; "" when it has not. */
    wrong: "",
    saving: false,
  },

  gridId: "",
  reply: { revision: 0, grids: [] } as Reply,
  drawing: drawingOf() as Drawing,

  onLoad({ gridId = "" }: { gridId?: string }) {
    this.gridId = gridId;
    void this.load();
  },

  async load() {
    const { gridId } = this;
    const view = await load(
      () => call("getOutlines", { gridId }),
      (reply) => {
        this.reply = reply;
        return toView(reply, gridId);
      },
    );
    if (view.kind !== "ready") {
      this.setData({ view });
      return;
    }
    this.drawing = drawingOf(this.reply.grids.find(({ id }) => id === gridId)?.outline);
    this.setData({ view, sheet: sheetOf(this.reply, gridId, this.drawing) });
  },

  /** One step of the drawing; what was wrong is seen until something is changed. */
  draw(drawing: Drawing) {
    this.drawing = drawing;
    this.setData({ sheet: sheetOf(this.reply, this.gridId, drawing), wrong: "" });
  },

  tapMap({ detail }: WechatMiniprogram.CustomEvent<Point>) {
    const others = cornersOfOthers(this.reply, this.gridId);
    wx.createMapContext("map").getScale({
      success: ({ scale }) =>
        this.draw(put(this.drawing, snapped([detail.longitude, detail.latitude], others, scale))),
    });
  },

  tapCorner({ detail }: WechatMiniprogram.CustomEvent<{ markerId: number }>) {
    const corner = cornerOf(detail.markerId, this.drawing);
    if (corner) this.draw(choose(this.drawing, corner));
  },

  /** For fingers that are too broad: the map is moved until the cross is where the corner belongs. */
  putUnderCross() {
    wx.createMapContext("map").getCenterLocation({
      success: ({ longitude, latitude }) => this.draw(put(this.drawing, [longitude, latitude])),
    });
  },

  insert() {
    this.draw(insertAfterChosen(this.drawing));
  },

  remove() {
    this.draw(removeChosen(this.drawing));
  },

  undo() {
    this.draw(undo(this.drawing));
  },

  beginPiece() {
    this.draw(beginPiece(this.drawing));
  },

  removeAll() {
    this.draw(removeAll(this.drawing));
  },

  async save() {
    const { gridId, reply } = this;
    const outline = outlineOf(this.drawing);
    if (this.data.saving) return;
    if (!outline && !(await confirm("一个角也没有了", "保存后，地图上就没有这个网格。", "保存")))
      return;
    this.setData({ saving: true });
    const { revision } = reply;
    const saved = await attempt(() =>
      call("drawOutline", { gridId, outline, revision }).catch((error: unknown) => {
        if (!(error instanceof Refused) || !error.code.startsWith("outline_")) throw error;
        this.pointAt(error);
        return undefined;
      }),
    );
    this.setData({ saving: false });
    if (!saved) return;
    announce("画好了");
    await wx.navigateBack();
  },

  /** Shows on the map what is wrong, and moves there. */
  pointAt(error: Refused) {
    const at = placeIn(error.place);
    this.setData({
      wrong: at ? `${sentenceOf(error)}，看地图上的红色叹号` : sentenceOf(error),
      sheet: sheetOf(this.reply, this.gridId, this.drawing, at),
    });
    if (at) wx.createMapContext("map").moveToLocation(at);
  },

  async leave() {
    const lost = isDrawn(this.drawing, this.reply, this.gridId);
    if (lost && !(await confirm("不保存就走？", "刚才画的就没有了。", "不保存"))) return;
    await wx.navigateBack();
  },
});
