// In one process: they share a browser, whose start takes as long as many of these tests.
import "./chrome.ts";
import "./rendering.ts";
import "./routing.ts";
