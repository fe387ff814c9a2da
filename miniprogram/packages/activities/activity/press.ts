import type { Api } from "../../../../core/api.ts";

type Progress = Api["closeActivity"]["output"];

/** One press sees to a hundred people at the most: goes on until nobody is left. */
export async function pressUntilDone(once: () => Promise<Progress>): Promise<Progress> {
  wx.showLoading({ title: "正在登记", mask: true });
  for (;;) {
    const progress = await once();
    if (progress.left === 0) return progress;
    wx.showLoading({ title: `还有${progress.left}人`, mask: true });
  }
}
