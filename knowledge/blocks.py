"""The small Markdown of articles as blocks: paragraphs, numbered steps and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STEP = re.compile(r"^(\d+)\.\s+(.*)$")
_BULLET = re.compile(r"^\s*-\s+(.*)$")
_ITALICS = re.compile(r"(?<!\w)\*(\S(?:[^*\n]*\S)?)\*(?!\w)")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or list item; `marker` is "" for a paragraph, "3." for a step, "-" for a bullet."""

    marker: str
    text: str


def blocks(body: str) -> list[Block]:
    r"""The blocks of a section, wrapped lines joined and italics taken off.

    A line such as "10. juni" that happens to begin with a number is a step only when the number
    continues the list.

    >>> [(b.marker, b.text) for b in blocks("Innen\n10. juni.\n\n1. Skriv *brev*\n   nå\n2. Send\n- ja")]
    [('', 'Innen 10. juni.'), ('1.', 'Skriv brev nå'), ('2.', 'Send'), ('-', 'ja')]
    """
    found: list[tuple[str, list[str]]] = []
    last_step, open_block = 0, False
    for line in body.splitlines():
        step, bullet = _STEP.match(line), _BULLET.match(line)
        if step and int(step[1]) == last_step + 1:
            last_step += 1
            found.append((f"{last_step}.", [step[2].strip()]))
        elif bullet:
            found.append(("-", [bullet[1].strip()]))
        elif not line.strip():
            open_block = False
            continue
        elif open_block:
            found[-1][1].append(line.strip())
        else:
            found.append(("", [line.strip()]))
        open_block = True
    return [Block(marker, _ITALICS.sub(r"\1", " ".join(lines))) for marker, lines in found]


def plain(body: str) -> str:
    r"""The section as plain text: list items on lines of their own, paragraphs apart.

    >>> plain("You can *protestere*\nin writing.\n\n1. Write\n   to them\n2. Wait")
    'You can protestere in writing.\n\n1. Write to them\n2. Wait'
    """
    text = ""
    previous: Block | None = None
    for block in blocks(body):
        same_list = previous is not None and bool(previous.marker) and bool(block.marker)
        text += ("\n" if same_list else "\n\n") if previous else ""
        text += f"{block.marker} {block.text}".strip()
        previous = block
    return text
