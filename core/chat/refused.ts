import { numbersMost, type Refused, type Why } from "./command.ts";
import { type ExampleId, examples } from "./examples.ts";

/** Why nothing was done; the example follows. */
const sentences: Readonly<Record<Why, string>> = {
  number_missing: "请写是第几条，比如：",
  number_unreadable: "编号没看懂，几个编号请用空格分开，比如：",
  number_is_count: "没看懂是哪几条，请写编号，比如：",
  too_many_numbers: `一次最多${numbersMost}条，请分几次写，比如：`,
  one_at_a_time: "这个一次只能写一条，比如：",
  reason_missing: "退回要写明原因，比如：",
  undo_stands_alone: "只能撤销最近一次审核，不用写别的，直接写：",
  mixed: "一次只办一件事，请分开写，比如：",
  negated: "带“不”“没”“别”的话不办。不同意就退回，写明原因，比如：",
  question: "这像是在问，没有办。要办就写，比如：",
};

/** @param like the example of how to write it */
export const refused = (why: Why, like: ExampleId): Refused => ({
  kind: "refused",
  why,
  sentence: `${sentences[why]}${examples[like].text}`,
});
