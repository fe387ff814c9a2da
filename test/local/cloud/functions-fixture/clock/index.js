const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = (event) => ({ event, wx: cloud.getWXContext() });
