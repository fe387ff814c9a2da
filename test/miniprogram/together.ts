import { importTests } from "../support/importTests.ts";

await importTests(import.meta.dirname);
