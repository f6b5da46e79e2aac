"""What came back of one cell, as a test asks for it."""
from __future__ import annotations

import re
from dataclasses import dataclass, field

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass
class Cell:
    """What came back of one cell: pairs of type and content, in order."""
    messages: list[tuple[str, dict]] = field(default_factory=list)

    def of(self, kind: str) -> list[dict]:
        return [content for name, content in self.messages if name == kind]

    @property
    def kinds(self) -> list[str]:
        """The types of the outputs in order, streams by their names, what a front end does not show left out."""
        shown = ("stream", "execute_result", "display_data", "update_display_data", "error")
        return [content["name"] if kind == "stream" else kind for kind, content in self.messages if kind in shown]

    @property
    def stdout(self) -> str:
        return self._stream("stdout")

    @property
    def stderr(self) -> str:
        return self._stream("stderr")

    @property
    def result(self) -> dict[str, str]:
        """The value of the cell by MIME type; empty if it has none."""
        return next((content["data"] for content in self.of("execute_result")), {})

    @property
    def displays(self) -> list[dict[str, str]]:
        """What was displayed, by MIME type, in its final state."""
        shown: dict[object, dict] = {}
        for kind, content in self.messages:
            name = content.get("transient", {}).get("display_id", len(shown))
            if kind == "display_data" or (kind == "update_display_data" and name in shown):
                shown[name] = content["data"]
        return list(shown.values())

    @property
    def display_ids(self) -> set[str]:
        """The ids under which something was displayed or updated."""
        return {content["transient"]["display_id"] for kind in ("display_data", "update_display_data")
                for content in self.of(kind)}

    @property
    def error(self) -> str:
        """Name, message and trace of the error, without colours; empty if there is none."""
        return "".join(ANSI.sub("", "\n".join([f"{content['ename']}: {content['evalue']}", *content["traceback"]]))
                       for content in self.of("error"))

    def _stream(self, name: str) -> str:
        return "".join(content["text"] for content in self.of("stream") if content["name"] == name)
