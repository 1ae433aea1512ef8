// Plain text of a reply as paragraphs, lists and headings.

const NUMBERED = /^\s*(\d+)\.\s+(.*)$/;
const DASHED = /^\s*-\s+(.*)$/;
const LONGEST_HEADING = 90;

export function blocksOf(text) {
  const blocks = [];
  for (const part of text.split(/\n{2,}/)) blocks.push(...partBlocks(part));
  return blocks;
}

function partBlocks(part) {
  const blocks = [];
  let list = null;
  for (const line of part.split("\n")) {
    const numbered = NUMBERED.exec(line);
    const dashed = DASHED.exec(line);
    if (numbered || dashed) {
      const kind = numbered ? "ol" : "ul";
      if (!list || list.localName !== kind) blocks.push((list = document.createElement(kind)));
      list.append(withText("li", numbered ? numbered[2] : dashed[1]));
    } else if (line.trim()) {
      list = null;
      blocks.push(withText(isHeading(part) ? "h3" : "p", line));
    }
  }
  return blocks;
}

// A short part of one line without closing punctuation is a section's heading.
function isHeading(part) {
  return part.length <= LONGEST_HEADING && !part.includes("\n") && !/[.!?:;。؟…)»"]\s*$/.test(part);
}

function withText(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
