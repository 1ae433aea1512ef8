"""How fast letters are made, and whether memory stays flat: `.venv/bin/python -m tests.load.letters [COUNT]`.

Every letter is another one, since typst keeps what it has set before. Prints one line of figures per format.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median, quantiles

import psutil

from knowledge.catalogues import compile_stale
from knowledge.letters.docx import letter_docx
from knowledge.letters.fill import FilledLetter, filled
from knowledge.letters.letter import side_by_side
from knowledge.letters.pdf import letter_pdf
from knowledge.letters.plain import letter_text
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.settings import Settings

LOCALES = ("ar", "uk", "en", "nb")
AT_A_TIME = 4
Make = Callable[[FilledLetter], object]
MAKERS: dict[str, Make] = {"pdf": letter_pdf, "docx": letter_docx, "txt": letter_text}


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    letters = _Letters.read()
    for name, make in MAKERS.items():
        print(f"{name}: {_measured(letters, make, count)}")
    print(f"pdf, {AT_A_TIME} at a time: {_together(letters, count)}")
    return 0


class _Letters:
    """Makes protests, each with other words in it."""

    def __init__(self, library: Library, messages: Messages) -> None:
        self.library, self.messages = library, messages

    @classmethod
    def read(cls) -> _Letters:
        """Over the real content, with catalogues compiled aside."""
        settings = Settings()
        with tempfile.TemporaryDirectory() as folder:
            locales = Path(copytree(settings.locales_dir, folder, dirs_exist_ok=True, ignore=ignore_patterns("*.mo")))
            compile_stale(locales)
            messages = Messages(locales)
            for locale in ("nb", *LOCALES):
                messages.text("letter.from", locale)  # loads it
        return cls(Library.read(settings.content_dir), messages)

    def numbered(self, number: int) -> FilledLetter:
        """The protest of that number."""
        letter = self.library.letters["protest"]
        reasons = f"Jeg har bodd her i {number} dager. " * (1 + number % 20)
        given = {"name": f"Leier {number}", "address": f"Storgata {number}\n0155 Oslo", "reasons": reasons,
                 "received_on": "2026-03-03", "protest_by": "2026-04-07"}  # fmt: skip
        locales = side_by_side(letter.texts, LOCALES[number % len(LOCALES)], self.library.languages)
        return filled(letter, read_values(letter, given), locales, self.library, self.messages, date(2026, 3, 10))


def _measured(letters: _Letters, make: Make, count: int) -> str:
    process = psutil.Process()
    for number in range(20):  # what is loaded once
        make(letters.numbered(10**6 + number))
    times, memory = [], [_megabytes(process)]
    for number in range(count):
        started = time.perf_counter()
        make(letters.numbered(number))
        times.append((time.perf_counter() - started) * 1000)
        if (number + 1) % max(count // 5, 1) == 0:
            memory.append(_megabytes(process))
    return (
        f"{count} letters, {60_000 / (sum(times) / count):.0f} a minute, p50 {median(times):.1f} ms, "
        f"p95 {quantiles(times, n=20)[-1]:.1f} ms, memory {' '.join(f'{size:.0f}' for size in memory)} MB"
    )


def _together(letters: _Letters, count: int) -> str:
    started = time.perf_counter()
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(lambda number: letter_pdf(letters.numbered(2 * 10**6 + number)), range(count)))
    took = time.perf_counter() - started
    return f"{count} letters, {count / took * 60:.0f} a minute"


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss / 1024**2)


if __name__ == "__main__":
    sys.exit(main())
