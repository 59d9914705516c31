"""The notebooks: each runs from top to bottom, offline and in a copy of the project; what is kept of it is fit to read.

`python tests/test_notebooks.py` runs them anew and keeps their outputs, without what differs from one run to the next.
"""

import io
import re
import shutil
import sys
import tempfile
from base64 import b64decode, b64encode
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LARGEST = 300_000
"""Bytes that a notebook may have with its outputs."""

SHOWN = {
    "01_explore": (7, ("cooccurrences", "william-laplante", "<td>NaN</td>\n      <td>NA</td>", "government",
                       "head of state")),
    "02_review": (1, ("LePlante", "candidates", "Volière", "FR.justice", "john-kirby")),
    "03_quality": (4, ("precision", "MINISTRY", "⟦", "raw model", "unseen")),
    "04_spacy": (0, ("IL.defence", "Quai d'Orsay", "Japon, Corée du Sud", "dénoncer", "eyal-zamir", "border-radius")),
}
"""Of each notebook: how many plots it has at least, and some of what its outputs say."""

OFFLINE = """
import sys

def refuse(event, arguments):
    asked = {"socket.getaddrinfo": arguments[:1], "socket.connect": arguments[1:]}.get(event, (None,))[0]
    host = asked[0] if isinstance(asked, tuple) else None if event == "socket.connect" else asked
    if host not in (None, "localhost", "127.0.0.1", "::1"):
        raise OSError(f"a notebook asked for {host}")

sys.addaudithook(refuse)
sys.path.insert(0, %r)
"""
"""Before the first cell: no name is looked up and no address called, and the project is importable where it is not
installed."""


class OwnKernel(AsyncKernelManager):
    """The kernel of this interpreter, whatever kernels are installed for the user or the machine."""

    @property
    def kernel_spec(self):
        return KernelSpecManager(kernel_dirs=[]).get_kernel_spec("python3")


def executed(path: Path, *, start: Path) -> NotebookNode:
    """The notebook after a run that began in the folder `start`, by this interpreter's own kernel."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE % str(ROOT)))
    NotebookClient(notebook, kernel_manager_class=OwnKernel, kernel_name="python3", timeout=120,
                   resources={"metadata": {"path": str(start)}}, extra_arguments=["--log-level=40"]).execute()
    del notebook.cells[0]
    return stripped(notebook)


def stripped(notebook: NotebookNode) -> NotebookNode:
    """The notebook without times, versions and other things that differ from one run to the next."""
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                         "language_info": {"name": "python"}}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, start=1):
        cell.metadata, cell.execution_count = {}, count
        for output in cell.outputs:
            if "metadata" in output:
                output.metadata = {}
            if output.output_type == "execute_result":
                output.execution_count = count
    return notebook


def slim(picture: str) -> str:
    """A PNG in base64 with a palette of 96 colours: a third of the bytes, and to the eye the same."""
    png = io.BytesIO()
    with Image.open(io.BytesIO(b64decode(picture))) as image:
        image.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return b64encode(png.getvalue()).decode()


def outputs(notebook: NotebookNode) -> list[NotebookNode]:
    """All outputs of all cells."""
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def said(notebook: NotebookNode) -> str:
    """All text of the outputs."""
    return "\n".join(str(text) for output in outputs(notebook)
                     for text in (output.get("text", ""), *(output.get("data") or {}).values()))


def pictures(notebook: NotebookNode) -> int:
    """How many plots it has."""
    return sum("image/png" in output.get("data", {}) for output in outputs(notebook))


def project(folder: Path) -> Path:
    """A copy of what the notebooks read, without texts of anybody's own, and where nothing has been run yet."""
    for name in ("notebooks", "data/raw/corpus", "tests/gold"):
        shutil.copytree(ROOT / name, folder / name)
    for text in (ROOT / "data/raw").glob("000_*.txt"):
        shutil.copy(text, folder / "data/raw")
    (folder / "data/processed").mkdir()
    return folder


@pytest.fixture(scope="module", name="project")
def _project(tmp_path_factory):
    return project(tmp_path_factory.mktemp("project"))


def test_none_is_missing():
    assert {path.stem for path in NOTEBOOKS} == SHOWN.keys()


@pytest.mark.filterwarnings("default")  # of the kernel's client, which is not ours
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_from_top_to_bottom(path, project):
    start = project if path.stem == "02_review" else project / "notebooks"  # from either folder it finds the data
    notebook = executed(project / "notebooks" / path.name, start=start)
    n_pictures, words = SHOWN[path.stem]
    assert pictures(notebook) >= n_pictures
    assert [word for word in words if word not in said(notebook)] == []
    assert [output.text for output in outputs(notebook) if output.get("name") == "stderr"] == []
    assert not any((project / "data/processed").iterdir())


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("call", ["getaddrinfo('example.org', 80)", "socket().connect(('192.0.2.1', 80))"])
def test_calls_nobody(call, tmp_path):
    path = tmp_path / "calling.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(f"import socket; socket.{call}")]), path)
    with pytest.raises(CellExecutionError, match="a notebook asked for"):
        executed(path, start=tmp_path)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_kept_with_its_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert pictures(notebook) >= SHOWN[path.stem][0]
    assert path.stat().st_size < LARGEST
    assert stripped(nbformat.read(path, as_version=4)) == notebook


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_tells_nothing_of_the_machine(path):
    text = re.sub(r'"image/png": "[^"]*"', "", path.read_text("utf-8"))
    assert re.findall(r"/(?:tmp|home|root|Users|var|opt)/[^\s\"']*", text) == []
    assert str(ROOT) not in text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_reads_well(path):
    """Text stands before each stretch of code, cells are short, lines fit the page."""
    cells = nbformat.read(path, as_version=4).cells
    assert cells[0].cell_type == "markdown" and cells[0].source.startswith("# ")
    assert cells[-1].cell_type == "markdown" and cells[-1].source.startswith("## To try")
    assert all(cell.source.count("\n") < 36 for cell in cells)
    assert [line for cell in cells for line in cell.source.split("\n") if len(line) > 120] == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        copy = project(Path(place))
        for one in NOTEBOOKS if len(sys.argv) == 1 else map(Path, sys.argv[1:]):
            notebook = executed(one, start=copy / "notebooks")
            for output in outputs(notebook):
                if "image/png" in output.get("data", {}):
                    output.data["image/png"] = slim(output.data["image/png"])
            nbformat.write(notebook, one)
            print(f"{one.name}: {one.stat().st_size / 1000:.0f} kB")
