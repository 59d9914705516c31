"""Corpora that try the page: one of hostile texts and names, one as large as the page is meant for."""

import random
import re
from pathlib import Path

from pipeline.counting import cooccurrences, entities
from pipeline.rows import Document, Mention, Reject, Role
from pipeline.tabulating import to_table, write_table

ATTACKS = (
    "</script><script>window.harmed = 1</script>",
    '<img src=x onerror="window.harmed = 2">',
    '"><svg/onload=window.harmed=3>',
    "';window.harmed=4;//",
    "<!--<script>",
    "]]></style><style>*{display:none}</style>",
    "\u202egnp.exe\u2066\u2069\u200f",
    "&lt;b&gt; &amp; <b>gras</b>",
    "javascript:window.harmed=5",
    "<a href='https://example.org/x'>lien</a><iframe src='https://example.org/y'></iframe>",
    "\u2028\u2029\x00\x1b[31m\ufeff",
    "😀 𝔘𝔫𝔦 <template><img src=https://example.org/z></template>",
    "{{data}} {{title}} ${window.harmed=6} `x`",
    "__proto__",
    "<base href='https://example.org/'><link rel=stylesheet href='https://example.org/s.css'>",
)
"""What a text, a title or a name could bring along to be more than a text, a title or a name."""


def written(folder: Path, documents: list[Document], mentions: list[Mention], roles: list[Role]) -> Path:
    """The tables of a run in `folder`, as a run writes them."""
    table = to_table(mentions, Mention)
    write_table(to_table(documents, Document), folder / "documents.parquet")
    write_table(table, folder / "mentions.parquet")
    write_table(to_table(roles, Role), folder / "roles.parquet")
    write_table(to_table([], Reject), folder / "rejects.parquet")
    write_table(entities(documents, table), folder / "entities.parquet")
    write_table(cooccurrences(table), folder / "cooccurrences.parquet")
    return folder


def hostile(folder: Path) -> Path:
    """A corpus in which every string is an attack: texts, titles, ids, sources, names, roles, rules, dates."""
    documents, mentions, roles = [], [], []
    for k, attack in enumerate(ATTACKS):
        text = f"Paris {attack} et 😀 {attack} Zamir.\n\nLe {attack} se tait."
        documents.append(
            Document(
                f"doc {k} {attack}",
                attack,
                text,
                published=f"2024-01-{k + 1:02}" if k else attack,
                title=attack,
                n_chars=len(text),
            )
        )
        doc_id, first = documents[-1].doc_id, text.index(attack)
        second = text.index(attack, first + 1)
        spans = [
            (0, 5, "COUNTRY", "metonym", "FRA"),
            (first, first + len(attack), "PERSON", "name", attack),
            (second, second + len(attack), "MINISTRY", "name", f"??.{attack}"),
            (second, second + 3, "COUNTRY", "demonym", None),
        ]
        mentions += [
            Mention(
                doc_id,
                start,
                end,
                text[start:end],
                label,
                form,
                entity,
                attack if entity else None,
                attack if label != "PERSON" else None,
                attack if label == "MINISTRY" else None,
                attack,
                candidates=() if entity else (attack, "FRA"),
                sentence=0,
                found_by=attack,
                score=0.5,
            )
            for start, end, label, form, entity in spans
        ]
        roles.append(
            Role(
                doc_id,
                first,
                first + len(attack),
                attack,
                attack,
                None,
                attack,
                attack,
                first,
                first + len(attack),
                f"??.{attack}",
                attack,
                0,
                attack,
            )
        )
    return written(folder, documents, mentions, roles)


def many(folder: Path, n_documents: int = 5_000, n_people: int = 4_000, seed: int = 7) -> Path:
    """A made-up corpus of the usual length and density of names, the few named often and the many once."""
    draw = random.Random(seed)
    syllables = re.findall("[^aeioué]+[aeioué]+n?", "bakorilenmartougnéselvidrojapéchanoulorfizéthanmécou")

    def name() -> str:
        return "".join(draw.choices(syllables, k=draw.randint(2, 3))).capitalize()

    from pipeline.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    people = [f"{name()} {name()}" for _ in range(n_people)]
    countries = list(gazetteer.countries.values())[:120]
    portfolios = ("defence", "foreign-affairs", "interior", "finance", "health", "justice")
    filler = (
        "la réunion de mercredi a porté sur le budget et sur la sécurité des routes . les discussions reprendront "
        "demain dans la matinée , a précisé un participant qui souhaite rester anonyme"
    )
    filler = re.findall(r"\S+", filler)
    documents, mentions, roles = [], [], []
    for k in range(n_documents):
        doc_id, pieces, size, sentence = f"2{k:05}", [], 0, 0
        cast = [people[int(n_people * draw.random() ** 3)] for _ in range(5)]
        while size < 2_400:
            kind = draw.random()
            words = " ".join(draw.sample(filler, 9))
            if kind < 0.45:
                text, label = draw.choice(cast), "PERSON"
                entity, iso3, portfolio = text.lower().replace(" ", "-"), None, None
            else:
                country = countries[int(len(countries) * draw.random() ** 2)]
                portfolio = draw.choice(portfolios) if kind > 0.85 else None
                label, iso3 = ("MINISTRY", country.iso3) if portfolio else ("COUNTRY", country.iso3)
                entity = f"{country.iso2}.{portfolio}" if portfolio else iso3
                text = f"ministère {portfolio} {country.name}" if portfolio else country.name
            piece = f"{words} "
            start = size + len(piece)
            mentions.append(
                Mention(
                    doc_id,
                    start,
                    start + len(text),
                    text,
                    label,
                    "name",
                    entity,
                    text,
                    iso3,
                    portfolio,
                    sentence=sentence,
                    found_by="people.known" if label == "PERSON" else "countries.name",
                    score=0.98,
                )
            )
            if label == "PERSON" and draw.random() < 0.3:
                role = draw.choice(("ministre", "président", "ambassadeur"))
                roles.append(
                    Role(
                        doc_id,
                        start,
                        start + len(text),
                        role,
                        "minister",
                        None,
                        entity,
                        text,
                        start,
                        start + len(text),
                        f"{draw.choice(countries).iso2}.defence",
                        draw.choice(countries).iso3,
                        sentence,
                        "roles.function",
                    )
                )
            ended = draw.random() < 0.5
            piece += text + (". " if ended else " ")
            if ended and draw.random() < 0.3:
                piece += "\n\n"
            sentence += ended
            pieces.append(piece)
            size += len(piece)
        text = "".join(pieces)
        documents.append(
            Document(
                doc_id,
                f"corpus.jsonl#{k}",
                text,
                f"{2015 + k * 10 // n_documents}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
                f"{name()} et {name()} : {' '.join(draw.sample(filler, 6))}",
                "fr",
                len(text),
            )
        )
    return written(folder, documents, mentions, roles)
