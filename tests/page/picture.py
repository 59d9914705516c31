"""Takes the README's picture anew, of the page of data/raw: `make shown` does, beside the outputs of the notebooks."""

import tempfile
from pathlib import Path

from browser import browser

from pipeline import running
from pipeline.reporting import report

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, browser(1280, 900) as window:
        running.run([str(ROOT / "data/raw")], running.Options(out=Path(place)))
        window.size(1280, 900)
        window.open(report(Path(place), title="Dépêches, 2022 à 2024"))
        window.picture(ROOT / "pipeline/reporting/overview.png")
