const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Calls another function, and answers what that answered, or how it refused. */
exports.main = async ({ name, data = {} }) => {
  try {
    const { result } = await cloud.callFunction({ name, data });
    return { result };
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
};
