"""The page in headless Chromium, `make page`: it loads, searches, sorts, shows cards, and obeys no text of a corpus.

Not among the project's tests, which need no browser. Chromium and its driver are Debian's `chromium chromium-driver`.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, DRIVER, Browser, browser
from corpora import hostile, many

from pipeline import running
from pipeline.reporting import report

VIEWS = ("", "network", "matrix", "people", "ministries", "countries", "documents", "search/France")
SECONDS = 3.0
"""What a page of 5,000 documents may take until it is drawn; measured 0.5 s on two cores."""

PHONE = (390, 844)
SHIPPED = Path(__file__).parents[2] / "data" / "raw"


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    if not (CHROMIUM and DRIVER):
        pytest.fail("no chromium or chromedriver: apt-get install chromium chromium-driver")
    with browser() as one:
        yield one


@pytest.fixture(scope="session")
def shipped(tmp_path_factory) -> Path:
    """The page of the corpus that comes with the project."""
    out = tmp_path_factory.mktemp("shipped")
    running.run([str(SHIPPED)], running.Options(out=out, workers=1))
    return report(out, title="Dépêches")


@pytest.fixture(scope="session")
def large(tmp_path_factory) -> Path:
    return report(many(tmp_path_factory.mktemp("many")))


@pytest.fixture(autouse=True)
def no_complaint(window: Browser) -> Iterator[None]:
    """After each check: nothing in the console, nothing asked of the network."""
    window.size(1280, 900)
    window.scheme("light")
    yield
    assert window.complaints() == []
    assert window.requests() == []


def test_no_two_boxes_of_a_view_have_one_title(window, shipped):
    window.open(shipped)
    titles = window.run("return [...document.querySelectorAll('main h2')].map(one => one.firstChild.textContent)")
    assert len(titles) > 5 and len(titles) == len(set(titles))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_drawn(window, shipped, view):
    window.open(shipped, f"#/{view}")
    window.wait("document.querySelector('main h1') && !document.querySelector('.view-none')")
    assert len(window.run("return document.querySelector('main').textContent")) > 200


@pytest.mark.parametrize(
    "view",
    [
        *VIEWS,
        "entity/emmanuel-macron",
        "entity/FR.foreign-affairs",
        "entity/ISR",
        "pair/RUS/UKR",
        "document/2022-02-24_invasion-de-l-ukraine",
    ],
)
def test_nothing_is_wider_than_a_phone(window, shipped, view):
    window.size(*PHONE, phone=True)
    window.open(shipped, f"#/{view}")
    time.sleep(0.3)
    assert window.run("return document.documentElement.scrollWidth") <= PHONE[0]


def test_the_figures_fill_their_frame_on_a_phone(window, shipped):
    """Five of them in rows of three: the last takes two places, and every line between them is whole."""
    window.size(*PHONE, phone=True)
    window.open(shipped)
    last, frame = window.run(
        "return ['.figure:last-child', '.figures'].map(x => document.querySelector(x).getBoundingClientRect().right)"
    )
    assert 0 <= frame - last <= 1.5


def test_marks_are_nested_and_have_their_card(window, shipped):
    window.open(shipped, "#/document/2022-02-24_invasion-de-l-ukraine")
    window.wait("document.querySelector('mark.ministry mark.country')")
    x, y = window.run(
        "const r = document.querySelector('mark.ministry mark.country').getBoundingClientRect();"
        "return [r.x + r.width / 2, r.y + r.height / 2]"
    )
    window.mouse(("move", x, y))
    window.wait("!document.getElementById('card').hidden")
    told = window.run("return document.getElementById('card').innerText")
    assert all(
        word in told for word in ("Russie", "ministère de la Défense", "countries.demonym", "ministries.grammar", "0.9")
    )
    window.mouse(("move", 5, 890))
    window.wait("document.getElementById('card').hidden")


def test_the_keyboard_reaches_the_card_and_leaves_it(window, shipped):
    window.open(shipped, "#/document/2022-02-24_invasion-de-l-ukraine")
    window.wait("document.querySelector('mark.ministry')")
    window.keys("j", "j")
    window.wait("!document.getElementById('card').hidden")
    window.keys("\ue007")
    window.wait("document.activeElement.closest('#card a')")
    window.keys("\ue00c")
    window.wait("document.getElementById('card').hidden && document.activeElement.matches('mark')")


def test_the_text_of_the_page_is_the_text_of_the_document(window, shipped):
    window.open(shipped, "#/document/2022-02-24_invasion-de-l-ukraine")
    window.wait("document.querySelector('mark.ministry')")
    told = window.run("return [...document.querySelectorAll('h1, .text p')].map(p => p.textContent).join('')")
    text = (
        (SHIPPED / "corpus" / "2022-02-24_invasion-de-l-ukraine.txt")
        .read_text("utf-8")
        .partition(" ")[2]
        .partition(" ")[2]
    )
    assert told.split() == text.split() or "".join(told.split()) == "".join(text.split())


def test_switches_hide_the_highlights_of_a_kind(window, shipped):
    window.open(shipped, "#/document/2022-02-24_invasion-de-l-ukraine")
    window.wait("document.querySelector('mark.person')")
    window.run("document.querySelector('.legend .person').click()")
    assert (
        window.run("return getComputedStyle(document.querySelector('.text mark.person')).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )


def test_search_suggests_without_accents_and_finds_in_texts(window, shipped):
    window.open(shipped)
    window.keys("/", *"emmanuel mac")
    window.wait("document.querySelector('.suggestions li')")
    assert "Emmanuel Macron" in window.run("return document.querySelector('.suggestions li').textContent")
    window.keys("\ue015", "\ue007")
    window.wait("location.hash === '#/entity/emmanuel-macron'")
    window.go("#/search/defense")
    window.wait("document.querySelectorAll('.contexts article mark.hit').length > 3")
    assert {
        word.lower() for word in window.run("return [...document.querySelectorAll('mark.hit')].map(m => m.textContent)")
    } <= {"défense", "defense"}


def test_a_table_sorts_both_ways_and_filters(window, shipped):
    window.open(shipped, "#/people")
    head = "document.querySelectorAll('thead th')[2]"
    column = "return [...document.querySelectorAll('tbody tr')].map(tr => +tr.cells[2].textContent.replace(/\\D/g, ''))"
    falling = window.run(column)
    assert (
        falling == sorted(falling, reverse=True)
        and window.run(f"return {head}.getAttribute('aria-sort')") == "descending"
    )
    window.run(f"{head}.querySelector('button').click()")
    rising = window.run(column)
    assert rising == sorted(rising) and window.run(f"return {head}.getAttribute('aria-sort')") == "ascending"
    window.run(
        "const i = document.querySelector('.filter'); i.value = 'zelensky president';"
        "i.dispatchEvent(new Event('input'))"
    )
    assert "Volodymyr Zelensky" in window.run("return document.querySelector('tbody').textContent")


def test_a_dot_of_the_network_is_dragged_and_chosen(window, shipped):
    window.open(shipped, "#/network")
    window.wait("document.querySelector('canvas').places")
    time.sleep(0.3)
    place = (
        "const c = document.querySelector('canvas'), r = c.getBoundingClientRect(), p = c.places()[1];"
        "return [p.slug, r.x + p.x, r.y + p.y]"
    )
    slug, x, y = window.run(place)
    window.mouse(("move", x, y), ("down", 0, 0), ("move", x + 30, y + 20), ("move", x + 60, y + 40), ("up", 0, 0))
    _, now_x, now_y = window.run(place)
    assert abs(now_x - x - 60) < 8 and abs(now_y - y - 40) < 8
    window.mouse(("move", now_x, now_y), ("down", 0, 0), ("up", 0, 0))
    window.wait("document.querySelector('.panel .ranking li')")
    assert slug in window.run("return decodeURIComponent(document.querySelector('.panel h2 a').hash)")


def test_the_network_is_filtered(window, shipped):
    window.open(shipped, "#/network")
    window.wait("document.querySelector('canvas').places")
    before = window.run("return document.querySelector('canvas').places().length")
    window.run("document.querySelector('.controls input[type=checkbox]').click()")
    slugs = window.run("return document.querySelector('canvas').places().map(p => p.slug)")
    assert slugs and len(slugs) < before and not any("-" in slug and slug.islower() for slug in slugs), (
        "no people any more"
    )


def test_the_matrix_leads_to_the_sentences_of_both(window, shipped):
    window.open(shipped, "#/matrix")
    href = window.run(
        "const a = document.querySelector('.country-grid td.filled a'); const href = a.hash; a.click(); return href"
    )
    window.wait("document.querySelector('.contexts .quote mark.strong')")
    assert href.startswith("#/pair/")
    assert window.run(
        "return [...document.querySelectorAll('.quote')].every(q => q.querySelectorAll('mark.strong').length > 1)"
    )


def test_light_and_dark_follow_the_system_and_the_button(window, shipped):
    window.scheme("dark")
    window.open(shipped)
    dark = window.run("return getComputedStyle(document.documentElement).backgroundColor")
    window.run("document.querySelector('.theme').click()")
    light = window.run("return getComputedStyle(document.documentElement).backgroundColor")
    assert dark != light
    window.run("document.querySelector('.theme').click(); localStorage.clear()")


def test_the_page_speaks_french(window, shipped):
    window.open(shipped)
    window.run("document.querySelector('.language').click()")
    assert "Vue d'ensemble" in window.run("return document.querySelector('nav').textContent")
    window.run("document.querySelector('.language').click(); localStorage.clear()")


def test_a_wrong_address_is_said(window, shipped):
    window.open(shipped, "#/entity/nobody")
    assert "no such page" in window.run("return document.querySelector('h1').textContent")
    window.go("#/%E0%A4%A")
    assert "no such page" in window.run("return document.querySelector('h1').textContent")


def test_no_text_of_a_hostile_corpus_is_obeyed(window, tmp_path):
    page = report(hostile(tmp_path), title="</title><script>window.harmed = 7</script>{{data}}")
    window.open(page)
    seen: set[str] = set()
    todo = [f"#/{view}" for view in VIEWS]
    while todo:
        address = todo.pop(0)
        seen.add(address)
        window.go(address)
        links = window.run("return [...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))")
        assert all(link.startswith("#/") for link in links), "a link of theirs"
        kinds = ("#/entity/", "#/document/")
        todo += [
            link
            for link in dict.fromkeys(links)
            if link not in seen
            and link not in todo
            and (
                link.startswith(kinds)
                and link.count("/") < 4
                or link.startswith("#/pair/")
                and sum(s.startswith("#/pair/") for s in seen) < 5
            )
        ]
        assert (
            window.run(
                "return document.querySelectorAll('main :is(script, img, iframe, style, base, svg, link)').length"
            )
            == 0
        )
        marks = window.run("const m = document.querySelector('.document mark'); if (m) m.click(); return !!m")
        assert (
            not marks
            or window.run("return document.querySelectorAll('#card script, #card img, #card iframe').length") == 0
        )
    assert len(seen) > 50
    assert window.run("return window.harmed") is None
    assert window.run("return document.scripts.length") == 4, "the core, a packet, the library, ours"


def test_five_thousand_documents_are_quick(window, large):
    assert min(window.open(large) for _ in range(2)) < SECONDS
    for address in ("#/people", "#/documents", "#/network", "#/matrix", "#/entity/FRA"):
        taken = window.run(
            "const t = performance.now(); location.hash = arguments[0]; return new Promise(done => "
            "setTimeout(() => requestAnimationFrame(() => done(performance.now() - t))))",
            address,
        )
        assert taken < 1_500, address
        assert window.run("return document.querySelectorAll('*').length") < 4_000, "drawn on demand"
    started = time.perf_counter()
    window.go("#/search/routes")
    window.wait("document.querySelectorAll('.contexts article').length > 10")
    assert time.perf_counter() - started < SECONDS
    assert large.stat().st_size < 24_000_000


def test_an_empty_corpus_is_drawn(window, tmp_path):
    from corpora import written

    page = report(written(tmp_path, [], [], []))
    for view in VIEWS:
        window.open(page, f"#/{view}")
        assert window.run("return document.querySelector('h1').textContent")
