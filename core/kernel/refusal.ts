/**
 * Every way the village's software says no. The sentence stands beside the code, once, so that the
 * page and the chat say the same; a code without a sentence does not compile.
 */
export const sentences = {
  // what came in
  invalid_input: "填写的内容有误，请检查后再试",
  unknown_operation: "没有这项操作，请更新小程序后再试",
  text_missing: "请写几句做了什么",
  text_too_long: "文字太长了，最多2000字",
  too_many_photos: "照片太多了，最多9张",
  reason_missing: "请写明原因",
  reason_too_long: "原因太长了，最多200字",
  text_refused: "文字里有不适合发布的内容，请修改后再试",

  // who may
  not_signed_in: "请先用邀请码登录",
  not_permitted: "您没有办理这件事的权限",
  own_submission: "不能审核自己的申报",
  own_claim: "不能确认自己的认领",
  own_entry: "不能冲正自己的积分",
  other_branch: "只能办理本支部的事",
  committee_decides: "这一条要由党委审核",

  // signing in
  code_unknown: "邀请码不对，请核对后再输",
  code_revoked: "这个邀请码已经作废，请向党委要新的",
  code_used: "这个邀请码已经用过了",
  already_signed_in: "这个微信已经登录了一名党员",
  already_bound: "这名党员已经绑定了微信",

  // what is asked for
  not_found: "没有找到，可能已经撤回",
  already_exists: "这个编号已经有了",
  hamlet_taken: "这个自然村已经属于另一个网格",
  unknown_hamlet: "没有哪个网格包含这个自然村",
  rulebook_not_later: "新细则的生效日期要晚于现行细则",

  // posts and claims
  already_claimed: "您今年已经认领过这个岗位",
  post_full: "这个网格的这个岗位已经满员",
  post_not_in_grid: "这个网格没有设这个岗位",
  claim_not_pending: "这条认领已经处理过了",
  claim_not_withdrawable: "这条认领已经不能撤回",
  year_not_open: "这一年的积分还没有开账",
  year_not_next: "只能从现在的年份往后开账",

  // submissions and their review
  unknown_rule: "积分细则里没有这一条",
  unknown_grade: "这一条没有这个等次",
  date_in_future: "日期还没到，不能填以后的日期",
  date_before_open_year: "这一天属于已经结账的年份",
  already_submitted: "这条申报已经提交过了，内容不一样，请新建一条",
  not_withdrawable: "这条申报已经审核，不能撤回",
  not_returned: "只有退回的申报才能重新提交",
  already_reviewed: "这条申报已经审核过了",

  // the ledger
  not_reversible: "冲正行不能再冲正",
  already_reversed: "这一行已经冲正过了",

  // the machine
  busy: "现在办理的人多，请稍等再试",
  internal: "系统出了问题，请稍后再试",
} as const;

export type RefusalCode = keyof typeof sentences;

/** Thrown anywhere in core, turned into a reply once, in `app.ts`. Holds no name, phone or text. */
export class Refusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

export function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}

export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(sentences, text);
