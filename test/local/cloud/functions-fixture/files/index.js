const fs = require("node:fs");
const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const ways = {
  upload: ({ cloudPath, text }) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) }),
  /** As WeChat's own example does it. */
  uploadStream: ({ cloudPath, file }) =>
    cloud.uploadFile({ cloudPath, fileContent: fs.createReadStream(file) }),
  async download({ fileID }) {
    const { fileContent } = await cloud.downloadFile({ fileID });
    return { text: fileContent.toString() };
  },
  addresses: ({ fileList }) => cloud.getTempFileURL({ fileList }),
  remove: ({ fileList }) => cloud.deleteFile({ fileList }),
};

/** Uses the storage; answers what the SDK answered, or how it refused. */
exports.main = async ({ way, ...event }) => {
  try {
    return await ways[way](event);
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
};
