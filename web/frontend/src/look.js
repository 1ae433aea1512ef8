// The colours of a site as a sheet. What is no plain colour is left out: settings never become style rules of their own.

const COLOUR = /^#[0-9a-f]{6}$/i;
const NAMES = { accent: "--site-accent", on_accent: "--site-on-accent", ink: "--site-ink", paper: "--site-paper", ground: "--site-ground" };

export function lookSheet(site) {
  const light = rules(site.light);
  const dark = rules(site.dark);
  return (
    `.bovett{${light}}` +
    `.bovett[data-scheme=dark]{${dark}}` +
    `@media (prefers-color-scheme:dark){.bovett[data-scheme=auto]{${dark}}}`
  );
}

function rules(colours) {
  return Object.entries(NAMES)
    .filter(([name]) => COLOUR.test(colours?.[name] || ""))
    .map(([name, property]) => `${property}:${colours[name]}`)
    .join(";");
}

// A site without dark colours is always light.
export function schemeOf(site, asked) {
  if (!site.dark) return "light";
  return ["light", "dark"].includes(asked) ? asked : "auto";
}

export function adopt(root, ...texts) {
  try {
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets,
      ...texts.map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      }),
    ];
  } catch {
    // An old browser: there a host page with a strict policy shows the widget unstyled, but whole.
    const target = root.head || root;
    for (const text of texts) target.append(Object.assign(document.createElement("style"), { textContent: text }));
  }
}
