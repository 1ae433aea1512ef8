// Builds the widget and the page into web/static/build. No network; `npm ci --ignore-scripts` comes before.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { styles } from "./styles.mjs";

const OUT = new URL("../static/build/", import.meta.url);
const TARGET = ["chrome94", "firefox93", "safari15.4"];

const css = (await transform(await styles(), { loader: "css", minify: true, target: TARGET })).code;

// The sheet as a module, so that a shadow root can adopt it: a strict policy of the host page allows no style element.
const sheet = {
  name: "sheet",
  setup(building) {
    building.onResolve({ filter: /^sheet$/ }, () => ({ path: "sheet", namespace: "sheet" }));
    building.onLoad({ filter: /.*/, namespace: "sheet" }, () => ({ contents: css, loader: "text" }));
  },
};

const made = await build({
  entryPoints: { widget: "src/widget.js", page: "src/page.js" },
  bundle: true,
  minify: true,
  format: "iife",
  target: TARGET,
  legalComments: "none",
  charset: "utf8",
  plugins: [sheet],
  outdir: "out",
  write: false,
});

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const files = [...made.outputFiles.map((file) => [file.path.split(/[\\/]/).pop(), file.text]), ["page.css", css]];
for (const [name, text] of files) {
  await writeFile(new URL(name, OUT), text);
  console.log(`  ${name}: ${(gzipSync(text, { level: 9 }).length / 1024).toFixed(1)} KB gzip`);
}
const whole = createHash("sha256").update(files.map(([, text]) => text).join("")).digest("hex");
await writeFile(new URL("digest.txt", OUT), `${whole.slice(0, 12)}\n`);
