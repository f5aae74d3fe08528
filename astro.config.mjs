import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { apartSpeaker } from "./src/build/apart-speaker.ts";
import { authoringPlugin } from "./src/build/authoring-plugin.ts";
import { plainImports } from "./src/build/plain-imports.ts";
import { readAddress } from "./src/build/site-address.ts";
import { features } from "./src/course/mdx.ts";

const { site, base } = readAddress(process.cwd());

export default defineConfig({
  site,
  base,
  trailingSlash: "always",
  integrations: [mdx()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [authoringPlugin(base)], features: { ...features, smartPunctuation: false } }),
  },
  devToolbar: { enabled: false },
  // Small files stay files: an inlined script or style would need a hash in the security policy of every page.
  build: { inlineStylesheets: "never", assets: "_" },
  vite: {
    plugins: [plainImports(), apartSpeaker()],
    resolve: { alias: { "~fonts": `${process.cwd()}/node_modules/.cache/apuntes/fonts` } },
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        // What the script of a deck shares with what it loads later would be five small files, and five requests.
        output: {
          codeSplitting: {
            groups: [
              {
                name: "mazo",
                test: /slides\/runtime\/(?:announce|stylesheet|letters|store)\.ts$/,
              },
            ],
          },
        },
        // Every MDX file carries a directive that Rolldown does not know; Astro reads it before.
        onLog: (level, log, next) => log.code !== "MODULE_LEVEL_DIRECTIVE" && next(level, log),
      },
    },
  },
});
