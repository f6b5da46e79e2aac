"""How a command reads its words: --help explains it, and what it does not take is refused in one sentence."""
from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any, NoReturn

from backprop_course.setup.machine import Stop

COURSE = "py course" if os.name == "nt" else "./course"

WORDINGS = {  # argparse's, and how they read here
    r"^the following arguments are required: (.+)": r"\1 must be given",
    r"^argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)$": r"\1 must be one of \3, got \2",
    r"^argument (\S+): expected one argument$": r"\1 must be followed by a value",
    r"^argument (\S+): not allowed with argument (\S+)$": r"\1 cannot be combined with \2",
    r"^argument (\S+): invalid int value: '(.*)'$": r"\1 must be a whole number, got \2",
    r"^argument (\S+): (?=must )": r"\1 ",
    r"^argument ": "",
}


class Parser(argparse.ArgumentParser):
    """Of one command. It reads the words before anything is built or installed: whatever is wrong with them ends the
    command before it has begun, and so does --help."""

    def __init__(self, verb: str = "", description: str = "", **options: Any):
        super().__init__(**{"prog": f"{COURSE} {verb}", "description": description, "allow_abbrev": False, **options})

    def parse_args(self, args: Any = None, namespace: Any = None) -> argparse.Namespace:  # type: ignore[override]  # of its overloads we need one
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            raise Stop(f"{self.prog} does not take {' '.join(rest)}; see {self.prog} --help.", 2)
        return options

    def error(self, message: str) -> NoReturn:
        for pattern, words in WORDINGS.items():
            message = re.sub(pattern, words, message)
        raise Stop(f"{self.prog}: {message}; see {self.prog} --help.", 2)


def plain(verb: str, description: str, flags: dict[str, str]) -> Parser:
    """The parser of a command with some flags or none."""
    parser = Parser(verb, description)
    for flag, help in flags.items():
        parser.add_argument(flag, action="store_true", help=help)
    return parser


def from_one(text: str) -> int:
    """A whole number from 1."""
    if not re.fullmatch(r"[0-9]+", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, got {text}")
    return int(text)


def folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"must be a folder, but {text} is {'a file' if path.exists() else 'not there'}")
    return path
