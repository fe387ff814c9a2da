import { ApiFailure, api } from "../api.ts";
import { element } from "../frame.ts";
import { layerButton, openLayer } from "./layer.ts";
import type { Platform } from "./platform.ts";

export type Question = Readonly<{
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  /** Asks for a text; `content` is what it starts with. */
  editable?: boolean;
  placeholderText?: string;
}>;

export type Decision = Readonly<{ confirm: boolean; cancel: boolean; content?: string }>;

/** WeChat's dialog with one or two buttons. */
export function askConfirm(overlay: HTMLElement, question: Question): Promise<Decision> {
  const { title = "", content = "", showCancel = true, editable = false } = question;
  const layer = openLayer<Decision>(overlay, "dialog");
  const { panel } = layer;
  panel.setAttribute("aria-label", title || content);
  if (title) panel.append(element("div", "wx-modal-title", title));
  const field = editable ? textField(content, question.placeholderText ?? "") : undefined;
  panel.append(field ?? element("div", "wx-modal-content", content));

  const buttons = panel.appendChild(element("div", "wx-modal-buttons"));
  if (showCancel) {
    const cancel = layerButton(question.cancelText ?? "取消", "wx-modal-cancel", () =>
      layer.answer({ confirm: false, cancel: true }),
    );
    cancel.style.color = question.cancelColor ?? "";
    buttons.append(cancel);
  }
  const confirm = layerButton(question.confirmText ?? "确定", "wx-modal-confirm", () =>
    layer.answer({ confirm: true, cancel: false, ...(field ? { content: field.value } : {}) }),
  );
  confirm.style.color = question.confirmColor ?? "";
  buttons.append(confirm);
  field?.focus();
  return layer.answered;
}

function textField(value: string, placeholder: string): HTMLTextAreaElement {
  const field = element("textarea", "wx-modal-field");
  field.value = value;
  field.placeholder = placeholder;
  field.setAttribute("aria-label", placeholder);
  return field;
}

/** WeChat takes four Chinese characters at most on a button of a dialog. */
const buttonCharactersMax = 4;

export function modalWx({ phone }: Platform): Record<string, unknown> {
  return {
    showModal: api<Question>("showModal", (question) => {
      for (const name of ["cancelText", "confirmText"] as const) {
        if ((question[name]?.length ?? 0) <= buttonCharactersMax) continue;
        const limit = `${buttonCharactersMax} Chinese characters`;
        throw new ApiFailure(`${name} length should not larger than ${limit}`);
      }
      return askConfirm(phone.overlay, question);
    }),
  };
}
