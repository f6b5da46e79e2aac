"""A lecture on a beamer of 1024 by 768: room for the notebook and its code, figures beside each other, live curves."""
import itertools
import json
import re
import shutil

import pytest
from playwright.sync_api import expect

from browser import APP, OUTPUT, PANEL, READY, SCREENSHOTS, Cells, opened, wait_for
from project import WORK, code, lab, write_notebook

WIDTH, HEIGHT = 1024, 768
PATIENCE = 120_000  # milliseconds
BEAMER, LECTURE = "beamer.ipynb", "00-start-here.ipynb"
PAIRS = {
    "two heat maps": 'SideBySide.of(Heatmap.of("right", Matrix.ones(12, 20)), Heatmap.of("wrong", Matrix.ones(12, 20)))',
    "three heat maps": """Matrix M = Matrix.ones(10, 10);
SideBySide.of(Heatmap.of("one", M), Heatmap.of("two", M), Heatmap.of("three", M))""",
    "two charts": """Figure chart = Plots.lines("g", "z", "g(z)", new double[] {-1, 1}, Map.of("tanh", Math::tanh));
SideBySide.of(chart, chart)""",
}
COLUMNS = """() => {
    const editor = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-editor');
    const line = editor.querySelector('.cm-line');
    const ruler = document.createElement('span');
    ruler.style.visibility = 'hidden';
    ruler.textContent = '0'.repeat(100);
    line.append(ruler);
    const column = ruler.getBoundingClientRect().width / 100;
    const begin = ruler.getBoundingClientRect().left - (line.textContent.length - 100) * column;
    ruler.remove();
    const scroller = editor.querySelector('.cm-scroller').getBoundingClientRect();
    return (scroller.right - begin) / column;
}"""
SHARE = f"() => document.querySelector('{PANEL}').getBoundingClientRect().width / window.innerWidth"
WATCH = """k => {
    const cell = document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-cell')[k];
    window.frames = [];
    new MutationObserver(() => {
        const image = cell.querySelector('.jp-OutputArea-output img[alt^="Curves over"]');
        if (!image) return;
        const output = image.closest('.jp-OutputArea-output');
        window.frames.push({alt: image.alt, text: output.innerText, height: output.getBoundingClientRect().height,
                            src: image.src});
    }).observe(cell, {subtree: true, childList: true, attributes: true, characterData: true});
}"""


@pytest.fixture(scope="module")
def beamer(tmp_path_factory):
    """The page on a beamer; JupyterLab has just been opened in it."""
    folder, work = tmp_path_factory.mktemp("beamer"), WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    write_notebook(work / BEAMER, *map(code, PAIRS.values()))
    with opened(folder, HEIGHT, WIDTH) as context, lab(folder, "--work", str(work), "--", APP) as server:
        page = context.new_page()
        page.goto(server.address)
        page.wait_for_selector(f"{PANEL} {OUTPUT} img")
        wait_for(page, "() => !document.querySelector('#jupyterlab-splash')")
        yield page
    shutil.rmtree(work)


def show(page, notebook):
    page.evaluate("path => window.jupyterapp.commands.execute('docmanager:open', {path})", f"{WORK.name}/{notebook}")
    wait_for(page, "name => window.jupyterapp.shell.currentWidget?.context?.path.endsWith(name)", notebook)
    page.wait_for_selector(f"{PANEL} .jp-Notebook-cell")
    page.evaluate(READY)
    return Cells(page)


def is_kept_open(answer) -> bool:
    """The server has taken a workspace in which the side panel is open; an earlier one may still be on its way."""
    if "/api/workspaces" not in answer.url or answer.request.method != "PUT":
        return False
    layout = json.loads(answer.request.post_data)["data"].get("layout-restorer:data", {})
    return layout.get("left", {}).get("collapsed") is False


def test_the_notebook_has_the_width_and_the_file_browser_is_one_click_away(beamer):
    tree, tab = beamer.locator("#filebrowser"), beamer.locator("li[data-id='filebrowser']")
    expect(tree).to_be_hidden()
    assert beamer.evaluate(SHARE) > 0.9
    beamer.screenshot(path=SCREENSHOTS / "beamer.png")

    with beamer.expect_response(is_kept_open, timeout=PATIENCE):
        tab.click()
    expect(tree).to_be_visible(timeout=PATIENCE)
    wait_for(beamer, f"() => ({SHARE})() < 0.8")
    beamer.reload()
    expect(tree).to_be_visible(timeout=PATIENCE)  # who wants it open finds it open
    wait_for(beamer, "() => !document.querySelector('#jupyterlab-splash')")
    tab.click()
    expect(tree).to_be_hidden(timeout=PATIENCE)


def test_the_status_bar_says_idle_before_anything_has_run(beamer):
    show(beamer, LECTURE)
    expect(beamer.locator("#jp-main-statusbar")).to_contain_text("Java | Idle", timeout=PATIENCE)


def test_76_columns_of_code_are_in_sight(beamer):
    show(beamer, LECTURE)
    beamer.set_viewport_size({"width": WIDTH, "height": 700})
    columns = beamer.evaluate(COLUMNS)
    beamer.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    assert 76 <= columns < 130


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_side_by_side_stands_beside_each_other(beamer, name):
    notebook, k = show(beamer, BEAMER), list(PAIRS).index(name)
    notebook.run(k)

    def boxes():
        return [image.bounding_box() for image in notebook.outputs(k).locator("img").all()]

    notebook.cell(k).scroll_into_view_if_needed()
    notebook.photograph(k, f"beamer-{name.replace(' ', '-')}")
    wide = boxes()
    assert len({round(box["y"]) for box in wide}) == 1
    assert all(one["x"] + one["width"] <= other["x"] for one, other in itertools.pairwise(wide))
    assert wide[-1]["x"] + wide[-1]["width"] <= WIDTH

    beamer.set_viewport_size({"width": 560, "height": HEIGHT})
    narrow = boxes()
    beamer.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    assert len({round(box["y"]) for box in narrow}) == len(narrow)


def test_the_training_of_the_first_lecture_is_seen_to_move_and_nothing_jumps(beamer):
    notebook = show(beamer, LECTURE)
    sources = beamer.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model"
                              ".sharedModel.cell_type === 'code' ? cell.model.sharedModel.getSource() : '')")
    training = next(k for k, source in enumerate(sources) if "new Trainer" in source and ".train(" in source)
    for k in range(training):
        if sources[k]:
            notebook.run(k)
    notebook.activate(training)
    beamer.evaluate(WATCH, training)
    notebook.start(training)
    for shot in range(3):
        wait_for(beamer, "n => window.ran || window.frames.filter(frame => / of /.test(frame.alt)).length >= n", 3 * shot + 1)
        notebook.photograph(training, f"beamer-frame-{shot}")
    wait_for(beamer, "() => window.ran")
    frames = beamer.evaluate("() => window.frames")
    first = next(i for i, frame in enumerate(frames) if re.match(r"Curves over \d+ of 30 epochs", frame["alt"]))
    seen, last = frames[first:], frames[-1]
    assert last["alt"].startswith("Curves over 30 epochs;") and last["src"].startswith("data:image/png")
    heights = [frame["height"] for frame in seen]
    assert max(heights) - min(heights) <= 4, heights
    distinct = {frame["src"] for frame in seen[:-1]}
    print(f"{len(distinct)} curves, {len({frame['text'] for frame in seen})} lines, {heights[0]} px")
    assert len(distinct) >= 2  # that it moves; how many a second is LiveFramesTest's, for a busy machine's page shows few
