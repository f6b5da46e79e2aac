"""What goes wrong in a generated submission beyond a slip: code that does not compile, and code that does harm."""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial


def begins(line: str, function: str) -> str:
    """The function with a line before all others of its body."""
    return re.sub(r"(\) \{\n)", lambda found: f"{found[1]}    {line}\n", function, count=1)


def another_argument(function: str) -> str:
    return re.sub(r"^(\w[\w\[\]]* \w+\()", r"\1int extra, ", function, count=1, flags=re.MULTILINE)


def no_brace(function: str) -> str:
    return function.rstrip().removesuffix("}")


def no_semicolon(function: str) -> str:
    return function.replace(";\n", "\n", 1)


def another_name(function: str) -> str:
    return re.sub(r"^(\w[\w\[\]]* )(\w+)\(", r"\1my_\2(", function, count=1, flags=re.MULTILINE)


FLOOD = "millions of lines"
MAYBE = None  # points that depend on who marks
# kind: name, how it changes a function, and the points that the function's own checks can then give
WAYS: dict[str, list[tuple[str, Callable[[str], str], float | None]]] = {
    "broken": [
        ("a brace is missing", no_brace, 0),
        ("a semicolon is missing", no_semicolon, 0),
        ("an undefined name", partial(begins, "helper.prepare();"), 0),
        ("an argument too many", another_argument, 0),
        ("another name", another_name, 0),
        ("an unknown type", partial(begins, "Tensor t = new Tensor();"), 0),
    ],
    "hostile": [
        ("System.exit", partial(begins, "if (true) { System.exit(0); }"), 0),
        ("halt", partial(begins, "if (true) { Runtime.getRuntime().halt(3); }"), 0),
        ("an endless loop", partial(begins, "for (long i = 0; i >= 0; i = (i + 1) % 7) { }"), 0),
        ("recursion without end",
         partial(begins, "new Object() { int deeper(int n) { return deeper(n + 1) + 1; } }.deeper(0);"), 0),
        ("the heap is filled", partial(begins, "List<double[]> all = new ArrayList<>();\n"
                                       "    while (all.size() >= 0) { all.add(new double[1 << 20]); }"), 0),
        (FLOOD, partial(begins, "for (int i = 0; i < 2_000_000; i++) { System.out.println(i); }"), MAYBE),
    ],
}
