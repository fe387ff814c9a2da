const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Calls WeChat's server API `api`; answers what the SDK answered, or how it refused. */
exports.main = async ({ api, data }) => {
  const call = api.split(".").reduce((part, name) => part[name], cloud.openapi);
  try {
    const { buffer, ...answer } = await call(data);
    return buffer ? { ...answer, base64: buffer.toString("base64") } : answer;
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
};
