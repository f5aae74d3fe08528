// What a network that nobody has touched does without: talk, and what is expected of failures.
export { drawExpected, drawExpectedRows, expectedAfterTwo, settle, tellExpected } from "./expected.ts";
export { historyOf } from "./history.ts";
export { drawTalk, logTalk, tellTalk, tellTraffic } from "./talk.ts";
