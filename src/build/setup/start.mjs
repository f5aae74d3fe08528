// `npm start`: installs what is missing, builds the site and serves it.
// Runs before anything is installed: plain JavaScript for Node 20.
import { runAll } from "./run.mjs";

process.exitCode = await runAll([["src/build/build.ts"], ["src/build/setup/serve.ts"]]);
