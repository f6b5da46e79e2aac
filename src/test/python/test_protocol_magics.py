"""%help, %vars and %kit."""
import re

from project import ROOT


def rows(text):
    return [re.split(r"\s{2,}", line) for line in text.splitlines()[1:]]


def test_vars_lists_name_type_and_shape_or_value(kernel):
    kernel.run("Matrix listed = Matrix.ones(3, 4);\nint counted = 7;")
    (shown,) = kernel.run("%vars").displays
    listed = rows(shown["text/plain"])
    assert listed[0] == ["name", "type", "shape or value"]
    assert ["listed", "Matrix", "(3, 4)"] in listed and ["counted", "int", "7"] in listed
    assert "<caption" in shown["text/html"] and '<th scope="col"' in shown["text/html"]


def test_kit_tells_what_runs_here(kernel):
    (shown,) = kernel.run("%kit").displays
    facts = dict(rows(shown["text/plain"])[1:])
    assert facts["Backprop"] == re.findall(r"<version>(.*?)</version>", (ROOT / "pom.xml").read_text())[0]
    assert facts["kernel"].startswith("IJava" if kernel.name.startswith("ijava") else "JJava 1.0")
    assert facts["BLAS"] == kernel.run("Blas.describe()").result["text/plain"]
    processors = kernel.run("Runtime.getRuntime().availableProcessors()").result["text/plain"]
    assert re.fullmatch(rf"\d+ on {processors} processors?(, by OPENBLAS_NUM_THREADS)?", facts["threads"])
    assert re.fullmatch(r"\d+ MB in use, at most \d+ MB", facts["memory"])
    assert facts["Java"].split(",")[0] == kernel.run("Runtime.version().toString()").result["text/plain"]


def test_help_lists_keys_magics_and_packages(kernel):
    (shown,) = kernel.run("%help").displays
    names = [row[0] for row in rows(shown["text/plain"])]
    assert names[0] == "what" and {"Tab", "hint()", "%vars", "%kit", "matrix", "network", "train"} <= set(names)
    assert "<caption" in shown["text/html"]
