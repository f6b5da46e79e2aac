"""Native OpenBLAS for the machines of students: which of them, and which libraries of what the build lays out."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

from backprop_course.setup.machine import Stop
from backprop_course.setup.paths import ROOT, TARGET
from backprop_course.setup.progress import step

USUAL = ("linux-x86_64", "macosx-arm64", "windows-x86_64")  # the machines of a class; the others are rare, or large
ALL = "all"


def known() -> list[str]:
    """The platforms for which the build has OpenBLAS."""
    pom = ROOT / "pom.xml"
    found = re.findall(r"<natives\.platform>([\w-]+)<", pom.read_text(encoding="utf-8")) if pom.exists() else []
    return [name for name in found if name != "none"]


def which(platforms: str | None) -> list[str]:
    """The platforms asked for, each once."""
    if platforms == ALL:
        return known()
    chosen = list(dict.fromkeys(platforms.split(","))) if platforms is not None else list(USUAL)
    unknown = [name for name in chosen if name not in known()]
    if unknown:
        raise Stop(f"--platforms must be of {', '.join(known())}, or {ALL}, got {', '.join(unknown) or 'nothing'}.", 2)
    return chosen


def libraries(platform: str) -> list[Path]:
    """OpenBLAS and what it needs, each file once, without what other programs of its jar would need."""
    there = sorted(folder(platform).iterdir())
    needed = [file for file in there if file.name.startswith("libopenblas")]
    for file in needed:  # which grows
        content = file.read_bytes()
        needed += [other for other in there if other not in needed and other.name.encode() in content]
    return needed


def folder(platform: str) -> Path:
    """What the build lays out for a platform; Maven brings what is not there yet."""
    place = TARGET / "natives" / platform
    if not place.is_dir():
        [version] = re.findall(r"<dependency-plugin\.version>(.*)</", (ROOT / "pom.xml").read_text(encoding="utf-8"))
        command = [shutil.which("mvn") or "mvn", "-B", "-Dstyle.color=never", f"-Dnatives.platform={platform}",
                   "-Dnatives.skip=false", f"org.apache.maven.plugins:maven-dependency-plugin:{version}:unpack@natives"]
        if step(f"Getting OpenBLAS for {platform}", command, ROOT, TARGET / "course" / "natives.log"):
            raise Stop(f"Maven could not get OpenBLAS for {platform}; the lines above say why.")
    return place
