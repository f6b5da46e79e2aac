"""NOTICE names every library that the built jars, the folders beside them and the test class path hold, and no other."""
from __future__ import annotations

import re
import zipfile
from pathlib import Path

from project import ROOT

TARGET = ROOT / "target"
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
# where the classes of each artifact in the students' jar lie
PACKAGES: dict[str, str | tuple[str, ...]] = {
    "ejml-core": ("org/ejml/", "pabeles/concurrency/"),
    "ejml-ddense": "org/ejml/dense/row/CommonOps_DDRM",
    "xchart": "org/knowm/xchart/",
    "jsvg": "com/github/weisj/jsvg/",
    "tablesaw-core": "tech/tablesaw/",
    "univocity-parsers": "com/univocity/",
    "fastutil": "it/unimi/dsi/fastutil/",
    "RoaringBitmap": "org/roaringbitmap/",
    "classgraph": ("io/github/classgraph/", "nonapi/io/github/classgraph/"),
    "icu4j": "com/ibm/icu/",
    "guava": "com/google/",
    "error_prone_annotations": "com/google/errorprone/",
    "j2objc-annotations": "com/google/j2objc/",
    "jsr305": "javax/annotation/",
    "checker-qual": "org/checkerframework/",
    "commons-csv": "org/apache/commons/csv/",
    "commons-io": "org/apache/commons/io/",
    "commons-codec": "org/apache/commons/codec/",
    "commons-math3": "org/apache/commons/math3/",
    "commons-numbers-core": "org/apache/commons/numbers/core/",
    "commons-numbers-fraction": "org/apache/commons/numbers/fraction/",
    "commons-numbers-gamma": "org/apache/commons/numbers/gamma/",
    "blas": "dev/ludovic/netlib/",
    "arpack_combined_all": "org/netlib/",
    "slf4j-api": "org/slf4j/",
    "slf4j-nop": "org/slf4j/nop/",
    "junit-jupiter-api": "org/junit/jupiter/api/",
    "junit-jupiter-engine": "org/junit/jupiter/engine/",
    "junit-platform-commons": "org/junit/platform/commons/",
    "junit-platform-engine": "org/junit/platform/engine/",
    "junit-platform-launcher": "org/junit/platform/launcher/",
    "opentest4j": "org/opentest4j/",
    "apiguardian-api": "org/apiguardian/",
    "jspecify": "org/jspecify/",
}


def found(pattern: str, text: str) -> str:
    """What the group of a pattern finds, over lines."""
    match = re.search(pattern, text, re.M | re.S)
    assert match, f"nothing like {pattern}"
    return match[1]


def section(title: str) -> str:
    """The text under a heading, up to the next."""
    return found(rf"^\d+\. {re.escape(title)}.*?\n(.*?)(?=^\d+\. [A-Z ]+|\Z)", NOTICE)


def artifacts(title: str) -> set[str]:
    """The first column of the table in a section."""
    rows = found(r"^-{27}  -{13}  -+\n(.*?)\n\n", section(title)).splitlines()
    return {name for row in rows for name in re.split(r",\s*|\s+", row[:29].strip()) if name}


def libraries(folder: str) -> set[str]:
    """The artifacts whose jars lie in a folder."""
    return {re.sub(r"-\d[^-]*(-.*)?\.jar$", "", jar.name) for jar in (TARGET / folder).glob("*.jar")}


def classes(jar: Path) -> set[str]:
    with zipfile.ZipFile(jar) as file:
        names = (re.sub(r"^META-INF/versions/\d+/", "", name) for name in file.namelist())
        return {name for name in names if name.endswith(".class")}


def student_jar() -> Path:
    return next(TARGET.glob("backprop-*.jar"))


def test_the_students_jar_holds_what_notice_names_and_nothing_else():
    named = artifacts("WHAT TRAVELS INSIDE target/backprop-*.jar")
    assert set(PACKAGES) == named, "each artifact of NOTICE needs its package in this test, and the other way round"
    foreign = {name for name in classes(student_jar()) if not name.startswith("backprop/")}
    unused = {artifact for artifact, package in PACKAGES.items() if not any(name.startswith(package) for name in foreign)}
    assert unused == set(), "NOTICE names artifacts of which nothing is in the jar"
    prefixes = tuple(p for package in PACKAGES.values() for p in ((package,) if isinstance(package, str) else package))
    assert {name for name in foreign if not name.startswith(prefixes)} == set()


def test_the_students_jar_holds_only_what_exercises_need():
    assert not [name for name in classes(student_jar())
                if re.match(r"org/junit/jupiter/params/|de/siegmar/|picocli/|com/fasterxml/|com/samskivert/", name)]


def test_the_instructors_jar_holds_no_library():
    jar = next(TARGET.glob("kit-*-instructor.jar"))
    assert {name for name in classes(jar) if not name.startswith("backprop/")} == set()


def test_the_graders_libraries_are_named():
    assert libraries("grade-libs") == artifacts("WHAT LIES IN target/grade-libs/")


def test_the_native_libraries_are_named():
    named = section("WHAT LIES IN target/natives/")
    files = [file.name for file in (TARGET / "natives").rglob("*") if file.is_file()]
    assert files == [] or any(name.startswith("libopenblas") for name in files)
    assert [name for name in files if name.split(".")[0].split("-")[0] not in named] == []


def test_each_dependency_of_the_pom_is_named_in_the_section_of_its_scope():
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    dependencies = found(r"</dependencyManagement>.*?<dependencies>(.*?)</dependencies>", pom)
    passed_on = artifacts("WHAT TRAVELS INSIDE target/backprop-*.jar") | artifacts("WHAT LIES IN target/grade-libs/")
    used = artifacts("WHAT IS USED BUT NOT PASSED ON")
    for dependency in re.findall(r"<dependency>(.*?)</dependency>", dependencies, re.S):
        name = found(r"<artifactId>(.*?)</artifactId>", dependency)
        assert name in (used if "<scope>" in dependency else passed_on), name


def test_the_libraries_of_the_tests_are_named():
    named = {name for title in ("WHAT TRAVELS INSIDE target/backprop-*.jar", "WHAT LIES IN target/grade-libs/",
                                "WHAT IS USED BUT NOT PASSED ON") for name in artifacts(title)}
    assert libraries("test-libs") - named == set()


def test_each_requirements_file_is_named():
    files = [*(ROOT / "binder").glob("requirements*.txt"), *(ROOT / "src").rglob("requirements.txt")]
    assert files, "no requirements file found"
    for file in files:
        assert file.relative_to(ROOT).as_posix() in NOTICE
