const cloud = require("wx-server-sdk");

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Answers what a function knows of its call. */
exports.main = (event, context) => ({
  event,
  context,
  wx: cloud.getWXContext(),
  colour: process.env.COLOUR,
  ofThisProcess: process.env.OF_THIS_PROCESS,
});
