// In one process: they share a phone and a cloud, whose start takes as long as many of these tests.
import "./phone.ts";
import "./files.ts";
