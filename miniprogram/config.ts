/** What changes from one installation to the next. */
export const config = {
  /** The village shown when the link that opened the app names none. */
  village: "tangjiao",
  /**
   * Ids of the subscribe-message templates, from the operator's own account at mp.weixin.qq.com; the
   * same as the variables TEMPLATE_TO_REVIEW and TEMPLATE_DECIDED of the function `api`.
   */
  templates: {
    toReview: "placeholder-template-to-review",
    decided: "placeholder-template-decided",
  },
} as const;
