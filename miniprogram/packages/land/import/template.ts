/** A family that shows how each column is filled in. */
const example: Readonly<Record<string, string>> = {
  自然村: "（填自然村的名字）",
  门牌号: "12",
  户主: "张三",
  姓名: "张三",
  与户主关系: "户主",
  人员类别: "户籍",
  出生日期: "1970-03-05",
  村民代表: "否",
};

/** Excel takes a text for UTF-8 only with this mark in front. */
const mark = "\ufeff";

/** The text of an empty spreadsheet: the names of the columns, and one line to be written over. */
export const templateText = (columns: readonly string[]): string =>
  `${mark}${columns.join(",")}\r\n${columns.map((name) => example[name] ?? "").join(",")}\r\n`;

/** Hands an empty spreadsheet on to a chat, from where a computer opens it. */
export async function shareTemplate(columns: readonly string[]): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/people.csv`;
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      ...{ filePath, data: templateText(columns), encoding: "utf8" },
      success: () => resolve(),
      fail: reject,
    });
  });
  // Who thinks again there has nothing to be told.
  await wx.shareFileMessage({ filePath, fileName: "人口登记表.csv" }).catch(() => undefined);
}
