/**
 * What was typed into a form and is not saved yet, by the form's address: a closed app, a lost signal or
 * somebody else's change loses nothing.
 */
const key = "partValues";

type Kept = Readonly<Record<string, object>>;

const all = (): Kept => wx.getStorageSync<Kept | "">(key) || {};

export const keptValues = (form: string): object | undefined => all()[form];

export const keepValues = (form: string, values: object): void =>
  wx.setStorageSync(key, { ...all(), [form]: values });

export function dropValues(form: string): void {
  const { [form]: _, ...others } = all();
  wx.setStorageSync(key, others);
}
