"""What a recogniser of this room gives: a place in the words and what they allow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found at the words `i` to `j`; a row each for `iso3s`, where the words name several countries.

    `candidates` are the entities that the words allow, where they do not tell which.
    """

    i: int
    j: int
    label: str
    form: str = "name"
    found_by: str = "model"
    score: float = 1.0
    iso3s: tuple[str | None, ...] = (None,)
    portfolios: tuple[str | None, ...] = (None,)
    candidates: tuple[str, ...] = ()
