const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Keeps what WeChat's message push sends. */
exports.main = async (event) => {
  const { OPENID: caller } = cloud.getWXContext();
  await cloud.database().collection("pushes").add({ data: { event, caller } });
  return "success";
};
