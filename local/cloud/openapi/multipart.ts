/**
 * The fields of a `multipart/form-data` body. Node's own parser would do, but the SDK sends bytes in a
 * field without a file name, and that parser takes such a field for text.
 */
export function multipartFields(body: Buffer, contentType: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const delimiter = Buffer.from(`--${boundary?.[1] ?? boundary?.[2]}`);
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    start += delimiter.length + 2; // its line break
    const end = body.indexOf(delimiter, start);
    const part = body.subarray(start, Math.max(start, end - 2));
    const headEnd = part.indexOf("\r\n\r\n");
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(0, headEnd)).toString())?.[1];
    if (name !== undefined) fields.set(name, part.subarray(headEnd + 4));
    start = end;
  }
  return fields;
}
