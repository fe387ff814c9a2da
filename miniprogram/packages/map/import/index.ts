import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, explain } from "../../../services/dialogs";
import { pageStyle } from "../../../services/pageStyle";
import { compact } from "./file";
import { type Tried, toTried } from "./view";

type Coordinates = Api["importOutlines"]["input"]["coordinates"];

const choices: ReadonlyArray<Readonly<{ value: Coordinates; title: string; note: string }>> = [
  { value: "wgs84", title: "GPS坐标", note: "测绘、手持GPS、多数软件导出的（WGS-84）" },
  { value: "gcj02", title: "国内地图的坐标", note: "腾讯、高德地图上取的（GCJ-02）" },
];

Page({
  data: {
    pageStyle: pageStyle(),
    choices,
    coordinates: "wgs84" as Coordinates,
    fileName: "",
    tried: undefined as Tried | undefined,
    busy: false,
  },

  geojson: "",

  chooseCoordinates({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const coordinates = currentTarget.dataset.value === "gcj02" ? "gcj02" : "wgs84";
    this.setData({ coordinates });
    if (this.geojson) void this.try();
  },

  chooseFile() {
    wx.chooseMessageFile({
      ...{ count: 1, type: "file", extension: ["json", "geojson"] },
      success: ({ tempFiles: [file] }) => {
        if (file) this.read(file.path, file.name);
      },
      fail: () => {},
    });
  },

  read(filePath: string, fileName: string) {
    wx.getFileSystemManager().readFile({
      ...{ filePath, encoding: "utf8" },
      success: ({ data }) => {
        this.geojson = compact(String(data));
        this.setData({ fileName });
        void this.try();
      },
      fail: () => explain("这个文件打不开，请再选一次"),
    });
  },

  async try() {
    const reply = await this.send(false);
    this.setData({ tried: reply && toTried(reply) });
  },

  async write() {
    const reply = await this.send(true);
    if (!reply) return;
    announce("写好了");
    await wx.navigateBack();
  },

  async send(write: boolean) {
    const { geojson } = this;
    if (this.data.busy) return undefined;
    this.setData({ busy: true });
    const { coordinates } = this.data;
    const reply = await attempt(() => call("importOutlines", { geojson, coordinates, write }));
    this.setData({ busy: false });
    return reply;
  },
});
