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
  own_entry: "不能办理自己的积分",
  own_leave: "不能答复自己的请假",
  own_approval: "不能处理对自己经办事项的异议",
  same_person: "要由另一位党委成员确认",
  recorder_reviews: "代录的人不能审核自己代录的申报",
  other_grid: "只能办理本网格的事",
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

  // the grid map
  unknown_grid: "没有叫这个名字、这个序号的网格",
  grid_changed: "这里刚被别人改过，请重新打开再改",
  outline_corners: "一个网格的轮廓要有3到500个角",
  outline_misplaced: "位置不在国内，可能经度、纬度写反了",
  outline_crosses: "轮廓自己和自己交叉了",
  outline_overlaps: "和别的网格画重了",
  outline_hole: "轮廓中间不能有洞",
  geojson_unreadable: "这个文件读不懂，请选地图软件导出的网格轮廓",

  // rulebooks, and the contradictions a rulebook can hold
  rulebook_not_later: "新细则的生效日期要晚于现行细则",
  scale_mid_year: "起评分、封顶线和等次只能从还没开账的年份第一天起改",
  year_start_fixed: "考核年度从哪个月开始，建村以后不能再改",
  draft_changed: "草稿刚被别人改过，请重新打开再改",
  approver_missing: "有一条没写由谁审核",
  duplicate_id: "编号重复了",
  unknown_category: "没有这个类别",
  unknown_class: "没有这类党员",
  unknown_band: "没有这个等次线",
  cap_below_award: "封顶比一次的分值还低",
  pool_with_gains: "只扣分的类别里不能有加分的条目",
  veto_with_gains: "一票否决的条目不能加分",
  absence_gains: "缺席和迟到不能加分",
  days_crossed: "开始日期晚于结束日期",
  honour_approver: "荣誉要由党委审核",
  clamp_crossed: "起评分不在最低分和最高分之间",
  bands_overlap: "等次线重叠，或者没有从高到低排",
  expectation_empty: "没写要求多少次或多少分",

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
  mended_meanwhile: "这条申报刚改过重交，请看过再审",
  not_undoable: "这条没有可以撤销的审核",
  not_own_review: "只能撤销自己的审核",
  undo_too_late: "审核过了10分钟，不能撤销了",
  honour_missing: "请写明荣誉的名称和级别",
  unknown_participant: "一起参加的人里有不是本村的党员",
  not_participant: "这件事没有写您参加",
  already_answered: "您已经答复过了",
  consent_missing: "请写明本人怎么同意代录的",

  // scoring
  rule_expired: "这一条在那一天不适用",
  rule_not_for_class: "这一条不适用于这类党员",
  exempted: "这名党员在那一天免于考核",
  already_counted: "这一条在这段时间里只计一次，已经计过了",

  // activities
  activity_closed: "活动已经结束登记",
  activity_not_closed: "活动还没有结束登记",
  activity_over: "活动已经结束，不能再请假",
  activity_not_started: "还没到签到的时间",
  times_crossed: "结束时间要晚于开始时间",
  not_expected: "这次活动的名单里没有这名党员",
  check_in_code_old: "签到码已经过期，请重新扫",
  leave_answered: "这个请假已经答复过了",
  leave_not_asked: "没有这条请假",

  // the grid database
  changed_meanwhile: "刚有别人改过，请重新打开再改",
  household_there: "这个自然村的这个门牌已经有一户了，请打开那一户再改",
  household_full: "一户最多60人，请分成几户",
  people_left: "户里还有人，请先把人迁走或注销",
  no_longer_kept: "已经注销了，不能再改",
  id_number_wrong: "身份证号不对，请核对18位号码",
  birthday_differs: "出生日期和身份证号对不上",
  floating_missing: "流动人员要写明从哪里来、哪天来的",
  phone_wrong: "电话号码只能填数字",

  // spreadsheets, and the land
  table_unreadable: "这个文件读不了，请另存为电子表格再选",
  table_too_large: "表格太大了，最多3万行",
  table_empty: "表格里没有内容",
  columns_missing: "表格里要有这几列：自然村、门牌号、户主、姓名、人员类别",
  import_problems: "有几行有问题，改好再导，或者点“跳过这些行”",
  import_withdrawn: "这次导入已经撤回了",
  import_written: "这次导入已经写完了，不能撤回",
  grid_emptied: "网格里至少要留一个自然村，要全部划走请用合并",

  // the committee's own
  decision_made: "这件事已经有结论了",
  total_differs: "各行相加和全年总数对不上",
  year_not_past: "纸质一本通只能补录今年以前的年份",
  paper_entered: "这一年的纸质一本通已经录过了，内容不一样",
  year_recorded: "这一年已经在手机上记过分，不能再补录纸质的",

  // the ledger
  not_reversible: "冲正行不能再冲正",
  already_reversed: "这一行已经冲正过了",

  // publications and objections
  period_not_over: "这段时间还没有过完，不能公示",
  period_order: "前面的时段还没有公示，或者这段时间已经含在公示过的里面",
  already_published: "这段时间已经公示过了",
  objection_closed: "公示期已过，不能再提异议",
  objection_answered: "这条异议已经答复过了",
  too_many_objections: "您还有几条异议没有答复，请先等答复",

  // stories and nominations
  title_missing: "请写个题目",
  story_person_missing: "请写明是谁",
  story_consent_missing: "请写明本人哪天、怎么同意的",
  story_people_unchecked: "请看一看画面里有没有孩子和病人",
  story_closed: "这篇已经发布或撤下，不能再改",
  story_decided: "这篇已经处理过了",
  photos_unchecked: "有照片还没有通过检查，等通过了再发布",
  media_unseen: "视频、微信拿不准的照片，要先看过再发布",
  too_many_nominations: "您推荐的几位党委还没看，请先等一等",
  nomination_closed: "这条推荐已经处理过了",

  // the machine
  busy: "现在办理的人多，请稍等再试",
  internal: "系统出了问题，请稍后再试",
} as const;

export type RefusalCode = keyof typeof sentences;

/** Thrown anywhere in core, turned into a reply once, in `app.ts`. Holds no name, phone or text. */
export class Refusal extends Error {
  /** @param place where in the input it is: "rules.3.caps.0" */
  constructor(
    readonly code: RefusalCode,
    readonly place?: string,
  ) {
    super(code);
  }
}

export function refuse(code: RefusalCode, place?: string): never {
  throw new Refusal(code, place);
}

export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(sentences, text);
