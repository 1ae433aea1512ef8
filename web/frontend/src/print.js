// Printing one reply: a page of its own, so that nothing of the host page comes along.
import { blocksOf } from "./blocks.js";
import { element } from "./dom.js";

const SHEET = "body{font:12pt/1.5 sans-serif;margin:2cm;overflow-wrap:anywhere}h1{font-size:16pt}h3{font-size:13pt}";

export function printText(text, where, { title, locale, direction, mark }) {
  const frame = element("iframe", { className: "print-frame", title, tabIndex: -1 });
  frame.setAttribute("aria-hidden", "true");
  where.append(frame);
  const page = frame.contentDocument;
  page.documentElement.lang = locale;
  page.documentElement.dir = direction;
  page.title = title;
  page.body.append(element("h1", { textContent: title }), ...blocksOf(text, mark));
  try {
    const sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(SHEET);
    page.adoptedStyleSheets = [sheet];
  } catch {
    // an old browser prints it plainly
  }
  frame.contentWindow.addEventListener("afterprint", () => setTimeout(() => frame.remove(), 0));
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
