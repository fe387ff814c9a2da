/** What a field of a form tells its page. */
export type Typed = Readonly<{ field: string; value: string }>;

/** The form with what was typed; as it was where it has no such field. */
export const withTyped = <Fields extends object>(
  fields: Fields,
  { field, value }: Typed,
): Fields => (field in fields ? { ...fields, [field]: value } : fields);
