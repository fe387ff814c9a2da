import { call } from "../../../services/call";
import { explain } from "../../../services/dialogs";

/**
 * Has a publication made into a document for the wall and opens it; the viewer's menu hands it on to a
 * printer or a chat.
 */
export async function openOnPaper(publicationId: string): Promise<void> {
  wx.showLoading({ title: "正在做文档", mask: true });
  try {
    const { document, fileName } = await call("printPublication", { publicationId });
    const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
    await written(filePath, document);
    await wx.openDocument({ filePath, fileType: "docx", showMenu: true }).catch(() => {
      explain("文档做好了，可是手机打不开。换一部手机再试。");
    });
  } finally {
    wx.hideLoading();
  }
}

const written = (filePath: string, data: string): Promise<unknown> =>
  new Promise((success, fail) => {
    wx.getFileSystemManager().writeFile({ filePath, data, encoding: "base64", success, fail });
  });
