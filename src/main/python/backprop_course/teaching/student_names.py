"""Which identifiers and names of students go into nbgrader's gradebook."""
from __future__ import annotations

import re
import unicodedata

STUDENT = re.compile(r"(?!\.)(?:[\w.~+-]|[^\x00-\xa0\s])+")  # a letter of any script, with its marks, and . _ ~ + -
IN_NAMES = " .,'-()\u2010\u2019\u00b7\u200c\u200d"  # beside letters, their marks and digits


def first_and_last(name: str) -> tuple[str, str] | tuple[None, None]:
    """A name in two parts, as formgrader needs it: Ada Marie Lovelace; Lovelace, Ada Marie. Nothing of a single word, and
    nothing that could be HTML or a formula."""
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] in "LMN" or sign in IN_NAMES)
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.strip().rpartition(" ")
    first, last = " ".join(first.split()), " ".join(last.split())
    return (first, last) if first and last else (None, None)
