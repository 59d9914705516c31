"""Adding: a row more in a user's own tables, never in the shipped ones; refused where `check` finds fault with it."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from pipeline.gazetteer import SHIPPED, Judgement, slug
from pipeline.gazetteer.checking import check, read
from pipeline.gazetteer.layout import LAYOUTS

OWN = "user"
"""What the `source` of a row says that was added by command."""

Added = tuple[Path, dict[str, str]]
"""The file that a row was written to, and the row."""


def add_person(folder: Path, name: str, *, country: str = "", gender: str = "", wikidata: str = "",
               aliases: tuple[str, ...] = (), role: str = "", of: str = "", start: str = "", end: str = "",
               person_id: str = "") -> list[Added]:
    """A person, with the other names and the office that are told.

    ValueError where a row would be at fault: two people of one name, an unknown country, a malformed id; and where
    what is told of an office does not make one.
    """
    _refuse_half_an_office(folder, country, role, of, start, end)
    person_id = person_id or slug(name)
    rows = [("people", {"person_id": person_id, "name": name, "gender": gender, "iso3": country, "wikidata": wikidata,
                        "source": OWN})]
    rows += [("person_names", {"person_id": person_id, "name": alias, "strength": "sure", "source": OWN})
             for alias in aliases]
    if role:
        rows.append(("offices", {"person_id": person_id, "role": role, "entity_id": of or country, "start": start,
                                 "end": end, "source": OWN}))
    if person_id in _ids(folder, "people", "person_id"):
        raise ValueError(f"{person_id} is in the gazetteer already; `add alias` gives a person another name")
    return _added(folder, rows)


def _refuse_half_an_office(folder: Path, country: str, role: str, of: str, start: str, end: str) -> None:
    """ValueError where a role is unknown or nobody's, or a date or an entity is told and no role."""
    faults, roles = [], _ids(folder, "functions", "role")
    if role and role not in roles:
        faults.append(f"no role is called {role!r}; they are {', '.join(sorted(roles))}")
    if role and not (of or country):
        faults.append("an office is of a ministry or a country: --of or --country is missing")
    told = [name for name, value in (("--of", of), ("--start", start), ("--end", end)) if value]
    if told and not role:
        faults.append(f"{', '.join(told)}: told of an office, but --role is missing")
    if faults:
        raise ValueError(f"nothing was written: {'; '.join(faults)}")


def add_ministry(folder: Path, entity_id: str, name: str, *, wikidata: str = "", start: str = "", end: str = "",
                 aliases: tuple[str, ...] = ()) -> list[Added]:
    """A ministry under its official French name, and its special names."""
    rows = [("ministries", {"entity_id": entity_id, "name": name, "wikidata": wikidata, "start": start, "end": end,
                            "source": OWN})]
    rows += [("ministry_names", {"entity_id": entity_id, "name": alias, "kind": "special", "strength": "sure",
                                 "start": start, "end": end, "source": OWN}) for alias in aliases]
    return _added(folder, rows)


def add_alias(folder: Path, name: str, entity_id: str, *, strength: str = "sure") -> list[Added]:
    """Another name of a country (`ISR`), a ministry (`FR.economy+finance`) or a person (`eyal-zamir`)."""
    if entity_id in _ids(folder, "countries", "iso3"):
        row = "country_names", {"iso3": entity_id, "name": name, "kind": "short", "strength": strength, "source": OWN}
    elif entity_id in _ids(folder, "people", "person_id"):
        row = "person_names", {"person_id": entity_id, "name": name, "strength": strength, "source": OWN}
    elif "." in entity_id:
        row = "ministry_names", {"entity_id": entity_id, "name": name, "kind": "special", "strength": strength,
                                 "start": "", "end": "", "source": OWN}
    else:
        raise ValueError(f"no country, ministry or person has the id {entity_id!r}")
    return _added(folder, [row])


def judge(folder: Path, judgement: Judgement, note: str = "") -> Added:
    """A reviewer's decision in `judgements.csv`, in place of an earlier one on the same name."""
    row = {"name": judgement.name, "label": judgement.label, "decision": judgement.decision,
           "entity_id": judgement.entity_id or "", "note": note}
    path = folder / "judgements.csv"
    rows = [] if not path.exists() else [r for r in csv.DictReader(path.read_text("utf-8-sig").splitlines())
                                         if (r.get("name"), r.get("label")) != (row["name"], row["label"])]
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(_lines(LAYOUTS["judgements"].columns, [*rows, row], header=True), "utf-8", newline="")
    return path, row


def _ids(folder: Path, table: str, column: str) -> set[str]:
    """The entities of a table, shipped or yours."""
    paths = [path for place in (SHIPPED, folder) if (path := place / f"{table}.csv").exists()]
    return {row[column] for path in paths for row in read(path, 0)[0]}


def _added(folder: Path, rows: list[tuple[str, dict[str, str]]]) -> list[Added]:
    """Append the rows, and take them back where a fault stands in what was appended."""
    folder.mkdir(parents=True, exist_ok=True)
    before = {table: (folder / f"{table}.csv").read_bytes() if (folder / f"{table}.csv").exists() else None
              for table, _ in rows}
    lines = {}
    for table, row in rows:
        path = folder / f"{table}.csv"
        data = path.read_bytes() if path.exists() else b""
        ended = b"" if not data or data.endswith(b"\n") else b"\n"
        lines.setdefault(str(path), data.count(b"\n") + bool(ended))
        columns = next(csv.reader(data.decode("utf-8-sig", "replace").splitlines()), ()) or LAYOUTS[table].columns
        path.write_bytes(data + ended + _lines(columns, [row], header=not data).encode())
    faults = [fault for fault in check(folder)
              if fault.file in lines and (fault.line > lines[fault.file] or fault.line == 1)]
    if faults:
        for table, data in before.items():
            path = folder / f"{table}.csv"
            path.unlink() if data is None else path.write_bytes(data)
        raise ValueError(f"nothing was written: {faults[0].message}")
    return [(folder / f"{table}.csv", row) for table, row in rows]


def _lines(columns: Sequence[str], rows: list[dict[str, str]], *, header: bool) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
    if header:
        writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
