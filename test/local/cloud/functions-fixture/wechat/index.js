const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/**
 * Calls WeChat's server API `api`; answers what the SDK answered, or how it refused. A picture comes as
 * `{contentType, base64}`, since events are JSON.
 */
exports.main = async ({ api, data }) => {
  const call = api.split(".").reduce((part, name) => part[name], cloud.openapi);
  const { base64: picture, ...described } = data.media ?? {};
  const media = { ...described, value: Buffer.from(picture ?? "", "base64") };
  try {
    const { buffer, ...answer } = await call(picture ? { ...data, media } : data);
    return buffer ? { ...answer, base64: buffer.toString("base64") } : answer;
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
};
