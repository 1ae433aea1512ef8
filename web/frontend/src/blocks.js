// Plain text of a reply as paragraphs, lists and headings.

const NUMBERED = /^\s*(\d+)\.\s+(.*)$/;
const DASHED = /^\s*-\s+(.*)$/;
const LONGEST_HEADING = 90;

// `mark` turns the words of one block into nodes.
export function blocksOf(text, mark = (words) => [words]) {
  const blocks = [];
  for (const part of text.split(/\n{2,}/)) blocks.push(...partBlocks(part, mark));
  return blocks;
}

function partBlocks(part, mark) {
  const blocks = [];
  let list = null;
  for (const line of part.split("\n")) {
    const numbered = NUMBERED.exec(line);
    const dashed = DASHED.exec(line);
    if (numbered || dashed) {
      const kind = numbered ? "ol" : "ul";
      if (!list || list.localName !== kind) blocks.push((list = document.createElement(kind)));
      list.append(block("li", mark(numbered ? numbered[2] : dashed[1])));
    } else if (line.trim()) {
      list = null;
      blocks.push(block(isHeading(part) ? "h3" : "p", mark(line)));
    }
  }
  return blocks;
}

// A short part of one line without closing punctuation is a section's heading.
function isHeading(part) {
  return part.length <= LONGEST_HEADING && !part.includes("\n") && !/[.!?:;。؟…)»”"]\s*$/.test(part);
}

function block(name, nodes) {
  const made = document.createElement(name);
  made.append(...nodes);
  return made;
}
