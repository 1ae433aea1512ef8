// Norwegian inside a text of another language: sentences to say or write, marked so that a screen reader says them as such.
import { element } from "./dom.js";

// Turns a text into nodes; `phrases` is what the server found to be Norwegian, word for word.
export function marker(phrases) {
  const known = [...(phrases || [])].filter(Boolean).sort((a, b) => b.length - a.length).map(escaped);
  if (!known.length) return (text) => [text];
  // Whole words, the longest first. What stands before is matched too: older browsers cannot look back.
  const found = new RegExp(`(^|[^\\p{L}\\p{N}])(${known.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (text) => {
    const nodes = [];
    let end = 0;
    for (const match of text.matchAll(found)) {
      const start = match.index + match[1].length;
      nodes.push(text.slice(end, start), element("span", { lang: "no", dir: "ltr", textContent: match[2] }));
      end = start + match[2].length;
    }
    return [...nodes, text.slice(end)].filter((node) => node !== "");
  };
}

function escaped(phrase) {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
