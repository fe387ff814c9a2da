import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openDatabase } from "../../../../local/cloud/database/database.ts";
import { readDeclaration } from "../../../../local/cloud/database/declaration.ts";
import { declare, index, unique } from "./declare.ts";

const folder = mkdtempSync(join(tmpdir(), "declaration-"));
let files = 0;

function written(content: string): string {
  const file = join(folder, `${++files}.json`);
  writeFileSync(file, content);
  return file;
}

test("a declaration lists collections with their indexes", () => {
  const declaration = declare("a", { name: "b", indexes: [unique("x", "m.n", "-o")] });
  assert.deepEqual(readDeclaration(written(JSON.stringify(declaration))), declaration);
});

test("a wrong declaration is refused with its file and the place in it", () => {
  const refused = (declaration: unknown, message: string) => {
    const file = written(JSON.stringify(declaration));
    assert.throws(() => readDeclaration(file), { message: `${file}: ${message}` });
  };
  const of = (...indexes: object[]) => ({ collections: [{ name: "a", indexes }] });
  refused(declare("a", "b", "a"), "collections: must not use a name twice");
  refused(
    declare("ok", "no spaces"),
    "collections[1].name: must consist of letters, digits, '_' and '-'",
  );
  refused(
    of(...Array.from({ length: 21 }, (_, n) => index(`i${n}`, "f"))),
    "collections[0].indexes: must be at most 20: CloudBase allows no more in a collection",
  );
  refused(
    of(index("i", "f"), index("i", "g")),
    "collections[0].indexes: must not use a name twice",
  );
  refused(
    of(index("i", "f", "-f")),
    "collections[0].indexes[0].fields: must not name a field twice",
  );
  refused(
    of(index("i", "f", "$g")),
    "collections[0].indexes[0].fields[1].name: must be a field name or a path such as 'a.b'",
  );
  assert.throws(
    () => readDeclaration(written(JSON.stringify(of({ ...index("i", "f"), sparse: true })))),
    {
      message: /collections\[0\]\.indexes\[0\]: .*sparse/,
    },
  );
  assert.throws(() => readDeclaration(written("{")), /cannot be read as JSON/);
});

test("on opening, collections are made and indexes are built or dropped as declared", async () => {
  const file = join(folder, "reopened.sqlite");
  const add = (database: ReturnType<typeof openDatabase>, document: object) =>
    database.actions["database.insertDocument"]?.({
      ...{ action: "database.insertDocument", collectionName: "people" },
      data: [JSON.stringify(document)],
    });
  const plain = openDatabase({ file, declaration: declare("people") });
  await add(plain, { _id: "a", phone: "1" });
  plain.close();

  const indexed = openDatabase({
    file,
    declaration: declare({ name: "people", indexes: [unique("phone", "phone")] }),
  });
  await assert.rejects(async () => add(indexed, { _id: "b", phone: "1" }), /E11000/);
  indexed.close();

  const dropped = openDatabase({ file, declaration: declare() });
  await add(dropped, { _id: "b", phone: "1" });
  dropped.close();

  assert.throws(
    () =>
      openDatabase({
        file,
        declaration: declare({ name: "people", indexes: [unique("phone", "phone")] }),
      }),
    /^Error: The unique index phone of people cannot be built: the documents "a" and "b" are equal/,
  );
});

test("only one process at a time can have the file open", () => {
  const file = join(folder, "locked.sqlite");
  const database = openDatabase({ file, declaration: declare() });
  assert.throws(() => openDatabase({ file, declaration: declare() }), /cannot be opened.*locked/);
  database.close();
  openDatabase({ file, declaration: declare() }).close();
});
