/** As `wechat`, but nothing is permitted to it. */
exports.main = require("../wechat").main;
