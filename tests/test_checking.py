"""The check of the gazetteer: the shipped tables are clean, and whatever is planted in a clean table is found."""

import csv
import io
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteer import SHIPPED, Gazetteer, checking, coverage
from pipeline.gazetteer.checking import KINDS, check
from pipeline.gazetteer.layout import LAYOUTS
from pipeline.gold import ROLE_FORMS

SMALL = {
    "countries": """iso3,iso2,m49,wikidata,name,official,start,end,source
COD,CD,180,Q974,Congo-Kinshasa,,,,cldr
COG,CG,178,Q971,Congo-Brazzaville,,,,cldr
FRA,FR,250,Q142,France,République française,,,cldr
ISR,IL,376,Q801,Israël,,,,cldr
NAM,NA,516,Q1030,Namibie,,1990,,cldr
SUN,SU,810,,Union soviétique,,1922,1991,iso
""",
    "country_names": """iso3,name,kind,strength,source
COD,Congo,short,shared,own
COG,Congo,short,shared,own
FRA,Hexagone,periphrasis,weak,own
""",
    "demonyms": """iso3,masculine,feminine,masculine_plural,feminine_plural,strength,source
FRA,français,française,français,françaises,sure,own
NAM,namibien,namibienne,namibiens,namibiennes,sure,own
""",
    "prefixes": "prefix,iso3,source\ncongolo,COD,own\ncongolo,COG,own\nfranco,FRA,own\n",
    "seats": "iso3,name,kind,strength,source\nFRA,Paris,capital,sure,own\nFRA,Élysée,seat,sure,own\n",
    "portfolios": "portfolio,cofog,label_fr\ndefence,02,Défense\neconomy,04.1.1,Économie\nfinance,01.1.2,Finances\n"
                  "other,,\n",
    "portfolio_forms": "portfolio,form,strength,language\ndefence,Armées,weak,fr\ndefence,Défense,weak,fr\n",
    "ministries": """entity_id,name,wikidata,start,end,source
FR.defence,ministère des Armées,Q1,,2025,facts
FR.defence,ministère des Armées et des Anciens combattants,,2025,,own
FR.economy+finance,ministère de l'Économie,Q2,,,facts
NA.defence,ministère de la Défense,,,,own
""",
    "ministry_names": "entity_id,name,kind,strength,start,end,source\nFR.economy+finance,Bercy,special,weak,,,own\n",
    "people": """person_id,name,gender,iso3,wikidata,source
anne-exemple,Anne Exemple,f,FRA,Q3,own
bruno-modele,Bruno Modèle,m,FRA,,own
""",
    "person_names": "person_id,name,strength,source\nanne-exemple,Anne d'Exemple,sure,own\n",
    "offices": """person_id,role,entity_id,start,end,source
anne-exemple,minister,FR.defence,2020-05-01,2022-05-20,own
bruno-modele,minister,FR.defence,2022-05-20,,own
anne-exemple,mayor,FRA,2014,2020,own
bruno-modele,mayor,FRA,2014,2020,own
""",
    "functions": "form,gender,number,role,complement,status\nministre,u,s,minister,portfolio,\n"
                 "maire,u,s,mayor,place,\n",
    "verbs": "lemma,kind\ndire,speech\nmarcher,motion\n",
    "verb_forms": "form,lemma\ndit,dire\nmarche,marcher\n",
    "words": "form,kind\nselon,stop\n",
    "judgements": "name,label,decision,entity_id,note\nM. Exemple,PERSON,refuse,,\n",
}
"""A gazetteer that one can see at a glance, and without a fault."""


def written(folder: Path, tables: dict[str, str]) -> Path:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, "utf-8", newline="")
    return folder


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def text_of(rows: list[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def faults_of(tables: dict[str, str], layer: dict[str, str] | None = None) -> list[checking.Fault]:
    """The faults of these tables in place of the shipped ones, with those of a layer upon them."""
    with TemporaryDirectory() as below, TemporaryDirectory() as above, pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "SHIPPED", written(Path(below), tables))
        return check(*([written(Path(above), layer)] if layer else []))


def changed(table: str, line: int, **cells: str) -> dict[str, str]:
    """The small gazetteer with some cells of one line (from 2) changed."""
    rows = rows_of(SMALL[table])
    for column, value in cells.items():
        rows[line - 1][rows[0].index(column)] = value
    return SMALL | {table: text_of(rows)}


def more(table: str, *lines: str) -> dict[str, str]:
    """The small gazetteer with further lines at the end of a table."""
    return SMALL | {table: SMALL[table] + "".join(f"{line}\n" for line in lines)}


def last(table: str) -> int:
    """The line that `more` adds first."""
    return SMALL[table].count("\n") + 1


def test_the_shipped_tables_are_clean():
    assert [str(fault) for fault in check()] == []


def test_the_small_tables_are_clean():
    assert [str(fault) for fault in faults_of(SMALL)] == []


def test_every_shipped_table_is_laid_out_here():
    assert {path.stem for path in SHIPPED.glob("*.csv")} <= set(LAYOUTS)


def test_functions_know_the_closed_list_of_roles():
    assert {row["role"] for row in Gazetteer.load().tables["functions"]} <= set(ROLE_FORMS)


# What a spreadsheet, an editor or a tired person does, by the kind of fault; each gives (tables, table, line).

CELLS = [(table, line, column) for table, text in SMALL.items() for rows in [rows_of(text)]
         for line in range(2, len(rows) + 1) for column in rows[0] if rows[line - 1][rows[0].index(column)]]


def value_at(table: str, line: int, column: str) -> str:
    rows = rows_of(SMALL[table])
    return rows[line - 1][rows[0].index(column)]


@st.composite
def spaces(draw):
    table, line, column = draw(st.sampled_from(CELLS))
    value, space = value_at(table, line, column), draw(st.sampled_from([" ", "  ", "\xa0", "\u200b", "\ufeff", "\t"]))
    value = draw(st.sampled_from([value + space, space + value]))
    return changed(table, line, **{column: value}), table, line


@st.composite
def encoding(draw):
    table, line, column = draw(st.sampled_from([c for c in CELLS if not value_at(*c).isascii()]))
    value = value_at(table, line, column)
    broken = draw(st.sampled_from([unicodedata.normalize("NFD", value), value.encode().decode("cp1252", "replace")]))
    return changed(table, line, **{column: broken}), table, line


@st.composite
def emptied(draw):
    needed = [c for c in CELLS if c[2] in LAYOUTS[c[0]].needed and c[0] not in ("demonyms", "judgements")]
    table, line, column = draw(st.sampled_from(needed))
    return changed(table, line, **{column: ""}), table, line


@st.composite
def values(draw):
    closed = [c for c in CELLS if c[2] in LAYOUTS[c[0]].closed]
    table, line, column = draw(st.sampled_from(closed))
    return changed(table, line, **{column: draw(st.sampled_from(["sûr", "Weak", "x", "capitale"]))}), table, line


@st.composite
def alpha_2(draw):
    lost = draw(st.sampled_from(["", "nan", "NaN", "N/A", "#N/A", "None", "NULL"]))
    if draw(st.booleans()):
        return changed("countries", 6, iso2=lost), "countries", 6
    return changed("ministries", 5, entity_id=f"{lost}.defence"), "ministries", 5


@st.composite
def dates(draw):
    table, line = draw(st.sampled_from([("offices", 2), ("offices", 3), ("ministries", 3), ("countries", 7)]))
    bad = draw(st.sampled_from(["20-05-2020", "2020-13", "2020-02-30", "2021-02-29", "mai 2020", "05/2020", "20",
                                "2020-5-1"]))
    if draw(st.booleans()):
        return changed(table, line, start=bad), table, line
    earlier = draw(st.sampled_from(["2020", "2021-02", "2021-02-28"]))
    return changed(table, line, start="2021-03", end=earlier), table, line


@st.composite
def duplicates(draw):
    table = draw(st.sampled_from(sorted(SMALL)))
    line = draw(st.sampled_from(SMALL[table].splitlines()[1:]))
    return more(table, line), table, last(table)


@st.composite
def claimed(draw):
    table, line = draw(st.sampled_from([
        ("country_names", "ISR,Hexagone,short,weak,own"), ("country_names", "ISR,France,short,sure,own"),
        ("country_names", "ISR,congo,short,sure,own"), ("demonyms", "ISR,Francais,x,y,z,sure,own"),
        ("prefixes", "franco,ISR,own"), ("seats", "ISR,elysée,seat,sure,own"),
        ("ministry_names", "FR.defence,Bercy,special,weak,,,own"),
        ("person_names", "bruno-modele,Anne Exemple,sure,own"),
        ("people", "anne-exemple-2,Anne Exemple,f,FRA,,own"), ("person_names", "bruno-modele,Élysée,sure,own"),
        ("ministry_names", "NA.defence,Élysée,special,sure,,,own"), ("person_names", "bruno-modele,France,sure,own")]))
    return more(table, line), table, last(table)


@st.composite
def common_words(draw):
    word = draw(st.sampled_from(["selon", "Selon", "Dit", "Marche", "Ministre", "Maire"]))
    table, line = draw(st.sampled_from([("person_names", f"bruno-modele,{word},sure,own"),
                                        ("country_names", f"ISR,{word},short,sure,own"),
                                        ("ministry_names", f"FR.defence,{word},special,sure,,,own"),
                                        ("seats", f"FRA,{word},seat,sure,own")]))
    return more(table, line), table, last(table)


@st.composite
def inflections(draw):
    line = draw(st.sampled_from([2, 3]))
    column = draw(st.sampled_from(["masculine", "feminine", "masculine_plural", "feminine_plural"]))
    return changed("demonyms", line, **{column: ""}), "demonyms", line


@st.composite
def wikidata(draw):
    table, line = draw(st.sampled_from([("people", 3), ("ministries", 4), ("countries", 7)]))
    bad = draw(st.sampled_from(["Q", "q142", "142", "Q12a", "Q0142", "Q 142", "Q142",
                                "http://www.wikidata.org/entity/Q9"]))
    return changed(table, line, wikidata=bad), table, line


@st.composite
def office_ids(draw):
    if draw(st.booleans()):
        return changed("ministries", 4, wikidata=draw(st.sampled_from(sorted(checking.OFFICES)))), "ministries", 4
    name = draw(st.sampled_from(["ministre de l'Économie", "Ministre des Finances", "secrétaire au Trésor",
                                 "garde des Sceaux"]))
    return changed("ministries", 4, name=name), "ministries", 4


@st.composite
def overlaps(draw):
    table, line = draw(st.sampled_from([
        ("offices", "anne-exemple,minister,FR.defence,2023,,own"),
        ("offices", "anne-exemple,minister,FR.defence,2024-02,2024-03,own"),
        ("offices", "bruno-modele,minister,FR.defence,2021-01-01,2021-06,own"),
        ("offices", "anne-exemple,mayor,FRA,2016,2018,own"),
        ("ministries", "FR.defence,ministère de la Défense,,2023,2024,own"),
        ("ministries", "FR.economy+finance,ministère des Finances,,2023,2024,own")]))
    if table == "ministries" and line.startswith("FR.defence"):
        return SMALL | {table: changed(table, 3, start="2022")[table] + line + "\n"}, table, last(table)
    return more(table, line), table, last(table)


@st.composite
def references(draw):
    table, line = draw(st.sampled_from([
        ("person_names", "nobody,Nemo,sure,own"), ("offices", "nobody,minister,FR.finance,2020,2021,own"),
        ("offices", "anne-exemple,grand vizier,FRA,2020,2021,own"),
        ("offices", "anne-exemple,minister,FR.peace,1990,1991,own"),
        ("offices", "anne-exemple,head of state,FRX,1990,1991,own"), ("country_names", "XXX,Syldavie,short,sure,own"),
        ("demonyms", "XXX,syldave,syldave,syldaves,syldaves,sure,own"), ("seats", "XXX,Klow,capital,sure,own"),
        ("ministries", "XY.defence,ministère de la Défense,,,,own"),
        ("ministries", "FR.war,ministère de la Guerre,,,,own"),
        ("portfolio_forms", "peace,Paix,weak,fr"), ("people", "max-mustermann,Max Mustermann,m,XXX,,own"),
        ("functions", "vizir,m,s,minister,portfolio:peace,"), ("verb_forms", "courait,courir"),
        ("judgements", "Nemo,PERSON,accept,nobody,"), ("judgements", "Klow,COUNTRY,accept,XXX,"),
        ("judgements", "Guerre,MINISTRY,accept,FR.war,")]))
    return more(table, line), table, last(table)


@st.composite
def cells(draw):
    table = draw(st.sampled_from(sorted(SMALL)))
    line = SMALL[table].splitlines()[1]
    return more(table, draw(st.sampled_from([line + ",", line.rsplit(",", 1)[0]]))), table, last(table)


@st.composite
def columns(draw):
    table = draw(st.sampled_from(sorted(SMALL)))
    rows = rows_of(SMALL[table])
    place = draw(st.integers(0, len(rows[0]) - 1))
    rows[0][place] = draw(st.sampled_from(["", "nom", rows[0][place] + " ", rows[0][place].upper()]))
    return SMALL | {table: text_of(rows)}, table, 1


@st.composite
def unknown_tables(draw):
    name = draw(st.sampled_from(["Countries", "persons", "people (1)", "countries-old"]))
    return SMALL | {name: "a,b\n1,2\n"}, name, 1


PLANTED = {"encoding": encoding(), "table": unknown_tables(), "column": columns(), "cells": cells(), "spaces": spaces(),
           "empty": emptied(), "value": values(), "alpha-2": alpha_2(), "date": dates(), "duplicate": duplicates(),
           "claimed": claimed(), "common word": common_words(), "inflection": inflections(), "wikidata": wikidata(),
           "office id": office_ids(), "overlap": overlaps(), "reference": references()}


def test_every_kind_of_fault_is_planted():
    assert list(PLANTED) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_fault_is_found(kind):
    @settings(max_examples=25, deadline=None)
    @given(PLANTED[kind])
    def planted(plan):
        tables, table, line = plan
        found = [(fault.kind, Path(fault.file).stem, fault.line) for fault in faults_of(tables)]
        assert (kind, table, line) in found, found

    planted()


@pytest.mark.parametrize(("data", "kind"), [
    (b"iso3;name;kind;strength;source\nFRA;Gaule;short;weak;own\n", "column"),
    ("iso3,name,kind,strength,source\nFRA,Gaule chevelée,short,weak,own\n".encode("latin-1"), "encoding"),
    ("iso3,name,kind,strength,source\n".encode("utf-16"), "encoding"),
    (b"", "column"),
])
def test_a_file_from_a_spreadsheet_is_understood_or_refused(tmp_path, data, kind):
    (tmp_path / "country_names.csv").write_bytes(data)
    found = [fault for fault in check(tmp_path) if fault.file.startswith(str(tmp_path))]
    assert {fault.kind for fault in found} == {kind}


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path):
    text = "\ufeffiso3,name,kind,strength,source\r\nFRA,Gaule chevelue,periphrasis,weak,user\r\n"
    (tmp_path / "country_names.csv").write_text(text, "utf-8", newline="")
    assert [fault for fault in check(tmp_path) if fault.file.startswith(str(tmp_path))] == []
    assert Gazetteer.load(tmp_path).find("Gaule chevelue", "country").values == ("FRA",)


def test_a_row_of_the_user_may_replace_and_may_not_contradict():
    replaced = {"people": "person_id,name,gender,iso3,wikidata,source\nanne-exemple,Anne Exemplaire,f,FRA,,user\n"}
    assert faults_of(SMALL, replaced) == []
    contradicting = {"country_names": "iso3,name,kind,strength,source\nNAM,France,short,sure,user\n"}
    assert [fault.kind for fault in faults_of(SMALL, contradicting)] == ["claimed"]


def test_a_new_holder_ends_an_office_that_the_shipped_tables_leave_open():
    newer = {"offices": "person_id,role,entity_id,start,end,source\nanne-exemple,minister,FR.defence,2024,,user\n"}
    assert faults_of(SMALL, newer) == []


def test_offices_that_several_hold_do_not_overlap():
    both = [f"{person},head of state,{{}},2010,2015,own" for person in ("anne-exemple", "bruno-modele")]
    assert [f.kind for f in faults_of(more("offices", *(line.format("FRA") for line in both)) | {
        "functions": SMALL["functions"] + "roi,m,s,head of state,country,\n"})] == ["overlap"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        check(tmp_path / "nowhere")


def test_the_readme_tells_the_figures_that_the_tables_have():
    assert coverage.told(coverage.README.read_text("utf-8")) == coverage.told_by(Gazetteer.load()), \
        "python -m pipeline.gazetteer.coverage --write"


def test_the_readme_lists_every_table_and_column():
    text = coverage.README.read_text("utf-8")
    assert [f"{name} {column}" for name, layout in LAYOUTS.items() for column in layout.columns
            if f"`{name}`" not in text or f"`{column}`" not in text] == []
