"""The kit's outputs in a browser: what each shows, live or at rest, in both themes, to everybody, and unless trusted."""
import json
import re
import shutil
from typing import Any

import pytest
from playwright.sync_api import expect

from browser import (
    APP,
    ERROR,
    OUTPUT,
    PANEL,
    READY,
    SCREENSHOTS,
    THEMES,
    TRUSTED,
    Cells,
    look,
    opened,
    serious_violations,
    wait_for,
    wear,
)
from project import WORK, code, lab, write_notebook

LONG = 60_000

# a cell's name: its code, and what its outputs hold, as role and beginning of the accessible name
OUTPUTS: dict[str, tuple[Any, ...]] = {
    "matrix": ("Matrix.of(new double[][] {{1, -2.5}, {100, 4}})",
               ("table", "Matrix (2, 2)"), ("cell", "-2.500")),
    "large matrix": ("Matrix.generate(100, 100, (i, j) -> Math.sin(i) * j)",
                     ("table", "Matrix (100, 100)"), ("columnheader", "99"), ("rowheader", "99")),
    "heat map": ("Heatmap.of(Matrix.of(new double[][] {{-1, 0.5, 2}, {0.25, Double.NaN, -3}}))",
                 ("img", "Heat map of Matrix (2, 3), blue above 0, vermillion and striped below; least: -3")),
    "large heat map": ("Heatmap.of(Matrix.generate(100, 100, (i, j) -> Math.sin(i / 9.0) * j))",
                       ("img", "Heat map of Matrix (100, 100)")),
    "network": ("""Split split = Digits.load().split(0.8, 7);
Network net = new Network(7, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10));
net""", ("table", "Network of 2 layers, CrossEntropy of Z[2]"), ("rowheader", "Dense 64→32"),
                ("img", "Network diagram")),
    "convolutional network": ("""Volume image = new Volume(1, 8, 8);
Conv2d conv = new Conv2d(image, 4, 3, new Relu());
new Network(7, new CrossEntropy(), conv, new MaxPool(conv.output(), 2), new Dense(64, 10))""",
                              ("table", "Network of 3 layers"), ("rowheader", "Conv2d"), ("rowheader", "MaxPool")),
    "table": ('Tables.read("../data/iris.csv")', ("table", "iris.csv: 150 rows, 5 columns"),
              ("columnheader", "sepal_length"), ("rowheader", "149")),
    "wide table": ('Tables.read("../data/digits.csv")', ("table", "digits.csv: 1,797 rows"), ("columnheader", "…")),
    "chart": ("""import org.knowm.xchart.*;
XYChart chart = new XYChartBuilder().width(560).height(320).title("Falling").xAxisTitle("s").yAxisTitle("m").build();
chart.addSeries("stone", new double[] {0, 1, 2}, new double[] {44.1, 39.2, 24.5});
chart""", ("img", "Chart: Falling, across: s, up: m; stone over 0 to 2 from 24.50 to 44.10.")),
    "side by side": ("Matrix W = Matrix.of(new double[][] {{0.5, -1, 2}, {1.5, 3, -0.25}});\n"
                     "SideBySide.of(W, Heatmap.of(W), 42, \"a < b\")",
                     ("table", "Matrix (2, 3)"), ("img", "Heat map of Matrix (2, 3)"), ("text", "a < b")),
    "gradient check": ("Dataset few = split.train().select(0, 1, 2);\nGradientCheck.of(net, few.X(), few.Y())",
                       ("table", "Relative errors, the worst first"), ("rowheader", "W[1]"), ("cell", "✓ agrees")),
    "history": ("new Trainer(net, new Adam()).validation(split.test()).train(split.train(), 3)",
                ("img", "Curves over 3 epochs"), ("text", "3 epochs, 1438 examples each, finished")),
    "score": ("Exercises.sigmoid(z -> 0)", ("text", "The sigmoid: 0 of 4 points"), ("text", "✗ not yet")),
    "full score": ("Exercises.sigmoid(z -> 1 / (1 + Math.exp(-z)))", ("text", "The sigmoid: 4 of 4 points"),
                   ("text", "✓ passed")),
    "vars": ("%vars", ("table", "7 variables"), ("rowheader", "W"), ("cell", "(2, 3)")),
    "kit": ("%kit", ("table", "the library and what it runs on"), ("rowheader", "Backprop")),
    "note": ("double circle(double r) { return Mth.PI * r * r; }",
             ("text", "circle(…) was accepted, but cannot be used yet: variable Mth is not defined.")),
    "error": ("W.mult(W)", ("text", "ShapeException: left.mult(right) with left (2, 3): right must be (3, m), got (2, 3)"),
              ("text", "Hint: transposed?")),
}
TRAINING = """Network wide = new Network(7, new CrossEntropy(), new Dense(64, 512, new Relu()),
    new Dense(512, 512, new Relu()), new Dense(512, 10));
History wideHistory = new Trainer(wide, new Adam()).validation(split.test()).train(split.train(), %d);"""
LINES = 'for (int i = 0; i < 200_000; i++) System.out.println("line " + i);'
PLACE = {name: k for k, name in enumerate([*OUTPUTS, "endless training", "training", "lines", "after", "tooltip",
                                           "completer"])}


def cells():
    """The cells of OUTPUTS, trainings to be looked at while they run, and cells to type in."""
    yield from (code(source, *["raises-exception"] * (name == "error")) for name, (source, *_) in OUTPUTS.items())
    yield from (code(TRAINING % epochs) for epochs in (100_000, 8))
    yield from (code(LINES), code("6 * 7"))
    yield from (code("Matrix.zeros(2, 3)"), code("import java.util.stream.DoubleStream;\n"))


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """The notebook in a browser, its outputs' cells just run."""
    folder, work = tmp_path_factory.mktemp("outputs"), WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    write_notebook(work / "outputs.ipynb", *cells())
    with opened(folder) as context, lab(folder, "--work", str(work), "outputs", "--", APP) as server:
        page = context.new_page()
        page.goto(server.address)
        page.wait_for_selector(f"{PANEL} .jp-Notebook-cell")
        page.evaluate(READY)
        notebook = Cells(page)
        for name in OUTPUTS:
            notebook.run(PLACE[name])
        yield notebook
    shutil.rmtree(work)


def missing(notebook):
    """What the outputs should hold and do not."""
    for name, (_, *shown) in OUTPUTS.items():
        outputs = notebook.outputs(PLACE[name])
        for role, begins in shown:
            found = outputs.get_by_text(begins) if role == "text" else \
                outputs.get_by_role(role, name=re.compile("^" + re.escape(begins)))
            if not found.count():
                yield f"{name}: {role} {begins}, got {outputs.all_inner_texts()}"


def with_errors(notebook):
    return [name for name in OUTPUTS if notebook.outputs(PLACE[name]).and_(notebook.page.locator(ERROR)).count()]


def test_each_output_shows_what_it_is(notebook):
    assert list(missing(notebook)) == []
    assert with_errors(notebook) == ["error"]


@pytest.mark.parametrize("theme", THEMES)
def test_everybody_can_read_each_output(notebook, theme):
    wear(notebook.page, theme)
    for name in OUTPUTS:
        notebook.activate(PLACE[name])
        notebook.photograph(PLACE[name], f"outputs-{name.replace(' ', '-')}-{theme}")
    assert serious_violations(notebook.page) == []


@pytest.mark.parametrize("theme, begins, darkest, lightest", [
    ("light", "Network diagram", 1, 1), ("dark", "Network diagram", 0, 0.01), ("dark", "Curves over 3 epochs", 0, 0.01),
    ("dark", "Chart: Falling", 0, 0.05),  # the grey that XChart has around its charts
    ("dark", "Heat map of Matrix (2, 3)", 0.5, 0.7)])
def test_a_figure_has_a_ground_that_does_not_glare_and_stands_out_from_it(notebook, theme, begins, darkest, lightest):
    wear(notebook.page, theme)
    figure = notebook.page.locator(f"{PANEL} {OUTPUT}").get_by_role("img", name=re.compile("^" + re.escape(begins))).first
    ground, contrast = look(notebook.page, figure)
    assert darkest <= ground <= lightest and contrast > 7


@pytest.mark.parametrize("cell", ["matrix", "note"])
@pytest.mark.parametrize("flaw, rule", [("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt"),
                                        ("<p style='color:#999999;background:#ffffff'>pale</p>", "color-contrast")],
                         ids=["image without words", "pale text"])
def test_an_output_that_not_everybody_can_read_would_be_found(notebook, cell, flaw, rule):
    output = notebook.outputs(PLACE[cell])
    output.evaluate("(output, flaw) => output.insertAdjacentHTML('beforeend', flaw)", flaw)
    found = serious_violations(notebook.page)
    output.evaluate("output => output.lastElementChild.remove()")
    assert [violation.split(":")[0] for violation in found] == [rule]


@pytest.mark.parametrize("theme", THEMES)
def test_a_training_is_watched_while_it_lasts_and_the_stop_button_ends_it(notebook, theme):
    page, k = notebook.page, PLACE["endless training"]
    outputs = notebook.outputs(k)
    wear(page, theme)
    notebook.start(k)
    bar = outputs.get_by_role("progressbar", name=re.compile(r"^epoch \d+.100000 · batch \d+.45"))
    expect(bar).to_be_visible(timeout=LONG)
    expect(bar).to_have_accessible_name(re.compile(r"· [\d,.]+ examples.s · .* left$"), timeout=LONG)
    notebook.photograph(k, f"outputs-live-before-{theme}")

    curves = outputs.get_by_role("img", name=re.compile("^Curves over "))
    expect(curves).to_be_visible(timeout=LONG)
    first = curves.get_attribute("src")
    expect(curves).not_to_have_attribute("src", first, timeout=LONG)
    assert bar.count() == curves.count() == outputs.count() == 1
    notebook.photograph(k, f"outputs-live-middle-{theme}")
    assert serious_violations(page) == []

    page.get_by_role("button", name="Interrupt the kernel").click()
    expect(outputs.get_by_text(re.compile(r"^stopped by an interrupt in epoch \d+ of 100000"))).to_be_visible(timeout=LONG)
    assert bar.count() == 0 and curves.count() == 1
    notebook.photograph(k, f"outputs-live-stopped-{theme}")


def test_a_training_that_is_done_leaves_its_last_word_and_all_its_curves(notebook):
    k = PLACE["training"]
    notebook.run(k)
    outputs = notebook.outputs(k)
    assert outputs.count() == 1 and outputs.get_by_role("progressbar").count() == 0
    assert outputs.get_by_text("8 epochs, 1438 examples each, finished").count() == 1
    assert outputs.get_by_role("img", name=re.compile("^Curves over 8 epochs")).count() == 1
    for theme in THEMES:
        wear(notebook.page, theme)
        notebook.photograph(k, f"outputs-live-after-{theme}")


def test_a_cell_that_prints_200000_lines_leaves_the_kernel_usable(notebook):
    page, k = notebook.page, PLACE["lines"]
    notebook.run(k)
    notebook.run(PLACE["after"])
    expect(notebook.outputs(PLACE["after"])).to_have_text("42", timeout=LONG)
    wait_for(page, "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
    notebook.cell(PLACE["after"]).scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOTS / "outputs-200000-lines.png")
    assert notebook.outputs(k).count() == 1
    text = notebook.outputs(k).text_content().rstrip() + "\n"
    assert text.startswith("line 0\nline 1\n") and text.endswith("\nline 199999\n")
    everything = sum(len(f"line {i}\n") for i in range(200_000))
    [sentence] = re.finditer(r"(?<=\n)\.\.\. ([\d,]+) characters are left out here: a cell shows its first 1,000,000 and "
                             r"its last 4,000 \.\.\.\n", text)
    assert int(sentence[1].replace(",", "")) == everything - (len(text) - len(sentence[0]))
    notebook.activate(k)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-cell-output')")
    expect(notebook.outputs(k)).to_have_count(0)


@pytest.mark.parametrize("theme", THEMES)
def test_shift_tab_shows_signature_and_javadoc(notebook, theme):
    k = PLACE["tooltip"]
    wear(notebook.page, theme)
    notebook.edit(k, len("Matrix.zer"))
    notebook.page.keyboard.press("Shift+Tab")
    tooltip = notebook.page.locator(".jp-Tooltip")
    expect(tooltip).to_contain_text("Matrix Matrix.zeros(int rows, int cols)", timeout=LONG)
    notebook.photograph(k, f"outputs-tooltip-{theme}", tooltip)
    notebook.page.keyboard.press("Escape")


@pytest.mark.parametrize("theme", THEMES)
def test_tab_completes_in_a_cell_that_begins_with_an_import(notebook, theme):
    k = PLACE["completer"]
    keyboard = notebook.page.keyboard
    wear(notebook.page, theme)
    notebook.edit(k, 0)
    keyboard.type("W.mu")
    keyboard.press("Tab")
    completer = notebook.page.locator(".jp-Completer:visible")
    expect(completer).to_contain_text(re.compile(r"mult\(.*multTransA\(.*multTransB\(", re.DOTALL), timeout=LONG)
    notebook.photograph(k, f"outputs-completer-{theme}", completer)
    keyboard.press("Enter")
    expect(notebook.cell(k).locator(".cm-line").last).to_have_text("W.mult(")
    keyboard.press("Shift+Home")
    keyboard.press("Delete")


def test_a_notebook_that_somebody_sent_shows_the_same_outputs_untrusted(notebook):
    page = notebook.page
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    saved = WORK / "outputs.ipynb"
    content = json.loads(saved.read_text(encoding="utf-8"))
    content["metadata"]["title"] = "signed by nobody, as it is not what was saved"
    saved.with_name("received.ipynb").write_text(json.dumps(content), encoding="utf-8")
    page.goto(page.url.replace("outputs.ipynb", "received.ipynb"))
    wait_for(page, "() => window.jupyterapp?.shell.currentWidget?.context?.path.endsWith('received.ipynb')")
    page.wait_for_selector(f"{PANEL} {OUTPUT} img")
    assert not page.evaluate(TRUSTED)
    assert list(missing(notebook)) == []
