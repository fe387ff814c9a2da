// In one process: they share a phone, whose start takes as long as many of these tests.
import "./mapping.ts";
import "./moving.ts";
import "./showing.ts";
import "./touching.ts";
import "./typing.ts";
