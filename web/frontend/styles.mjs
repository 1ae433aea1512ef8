// The style sheet: Designsystemet cut to what is used, then our own. Everything hangs below `.bovett`.
import { readFile } from "node:fs/promises";
import postcss from "postcss";

const DESIGN = new URL("node_modules/@digdir/designsystemet-css/", import.meta.url);
const read = (path) => readFile(new URL(path, DESIGN), "utf8");

const COMPONENTS = ["button", "input", "link", "label"];
// Parts of components that we never show.
const UNUSED = /radio|checkbox|switch|select|readonly|aria-invalid|:has\(label\)|data-icon|data-fullwidth|img,svg|ds-link\[data-color|webkit-hyphens|ds-label\[/;
const LIGHT = /^:root\b/;
const DARK = /^\[data-color-scheme=dark\]/;

export async function styles() {
  const own = await readFile(new URL("src/style.css", import.meta.url), "utf8");
  const parts = await Promise.all(COMPONENTS.map((name) => read(`dist/src/${name}.css`)));
  const components = postcss.parse(parts.join("\n"));
  components.walkRules((rule) => {
    if (rule.parent.type === "atrule" && /keyframes/.test(rule.parent.name)) return;
    const kept = rule.selectors.filter((selector) => !UNUSED.test(selector));
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  components.walkAtRules((rule) => rule.nodes?.length === 0 && rule.remove());
  const base = await focusRules();
  const tokens = await usedTokens([components.toString(), base, own].join("\n"));
  return inOwnRem([tokens, base, components.toString(), own].join("\n"));
}

// The ring around what has the focus, as Designsystemet draws it.
async function focusRules() {
  const found = [];
  postcss.parse(await read("dist/src/base.css")).walkDecls(/^--dsc-focus/, (declaration) => found.push(String(declaration)));
  return `.bovett{${[...new Set(found)].join(";")}}`;
}

// Of some thousand tokens the ones that are asked for, in both schemes.
async function usedTokens(css) {
  const { light, dark } = tokensOf(await read("dist/theme/designsystemet.css"));
  const wanted = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--ds-[\w-]+)/g)) {
      if (wanted.has(name) || !(light.has(name) || dark.has(name))) continue;
      wanted.add(name);
      for (const values of [light, dark]) if (values.has(name)) follow(values.get(name));
    }
  };
  follow(css);
  const lines = (values) => [...wanted].filter((name) => values.has(name)).map((name) => `${name}:${values.get(name)}`).join(";");
  const differing = new Map([...dark].filter(([name, value]) => light.get(name) !== value));
  return (
    `.bovett{${lines(light)}}` +
    `.bovett[data-scheme=dark]{${lines(differing)}}` +
    `@media (prefers-color-scheme:dark){.bovett[data-scheme=auto]{${lines(differing)}}}`
  );
}

function tokensOf(css) {
  const light = new Map();
  const dark = new Map();
  postcss.parse(css).walkDecls(/^--ds-/, (declaration) => {
    const rule = declaration.parent;
    if (rule.parent.name !== "layer") return; // the variants in @media and @supports
    if (DARK.test(rule.selector)) dark.set(declaration.prop, declaration.value);
    else if (LIGHT.test(rule.selector)) light.set(declaration.prop, declaration.value);
  });
  // Sizes depend on a switch between three modes; the widget has one.
  light.set("--ds-size-unit", "0.25rem");
  return { light, dark };
}

// On a host page `rem` is the host's; the widget measures its own from the browser's setting and the person's choice.
function inOwnRem(css) {
  const root = postcss.parse(css);
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/(-?\d*\.?\d+)rem\b/g, "calc(var(--rem,16px)*$1)");
  });
  return root.toString();
}
