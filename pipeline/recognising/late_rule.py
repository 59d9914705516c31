"""spaCy's longest rule for French, made ready when it is needed: half of what a start of the model costs.

The tokeniser keeps some chunks whole by one regular expression of 1.4 million characters: 278 alternatives such as
`^bouche[-–—‐‑]por[a-z…]+$`, each with some thousand letters between the brackets. To compile it takes two seconds, and
most texts need two or three of the alternatives. Here every long class of letters is first read as `any character`,
which is compiled in a moment; only a chunk that matches so is asked of the true alternative, compiled then and kept.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

LONG = 300_000
"""Characters from which a rule is made ready late; spaCy's next longest rule has a tenth of it."""

_LETTERS = re.compile(r"\[[^\]]{200,}\]")
_OPEN, _BETWEEN, _CLOSE = "(?iu)(?:^", ")|(?:^", ")"


class LateRule:
    """A regular expression `(?iu)(?:^…)|(?:^…)` by its alternatives; `match` says yes and no where `re` would.

    >>> LateRule("(?iu)(?:^a-b+$)|(?:^c+$)").match("A-BB") is not None
    True
    """

    def __init__(self, pattern: str):
        self.pattern = pattern
        self._rules = ["^" + rule for rule in pattern[len(_OPEN):-len(_CLOSE)].split(_BETWEEN)]
        self._wide = [re.compile(_widened(rule), re.I | re.S) for rule in self._rules]
        self._any = re.compile("|".join(f"(?:{_widened(rule)})" for rule in self._rules), re.I | re.S)

    def match(self, chunk: str) -> re.Match | None:
        """The match of a chunk between spaces; None where no alternative has one."""
        if not self._any.match(chunk):
            return None
        for rule, wide in zip(self._rules, self._wide, strict=True):
            if wide.match(chunk) and (found := _compiled(rule).match(chunk)):
                return found
        return None

    def __reduce__(self) -> tuple:
        return LateRule, (self.pattern,)


def _widened(rule: str) -> str:
    return _LETTERS.sub(".", rule)


@cache
def _compiled(rule: str) -> re.Pattern:
    return re.compile(rule, re.I)


@contextmanager
def late_rules() -> Iterator[None]:
    """While spaCy loads: rules of this shape and length are made late; every other one is `re`'s own.

    It stands in for `re.compile` meanwhile, because spaCy compiles the rule where its French is imported, and again from
    the model's files, and leaves no other place to ask for less.
    """
    compiled: Callable = re.compile
    made: dict[str, LateRule] = {}

    def compile(pattern: str | re.Pattern, flags: int = 0) -> re.Pattern | LateRule:
        if isinstance(pattern, str) and len(pattern) > LONG and pattern.startswith(_OPEN) and pattern.endswith(_CLOSE):
            if pattern not in made:
                made[pattern] = LateRule(pattern)
            return made[pattern]
        return compiled(pattern, flags)

    re.compile = compile
    try:
        yield
    finally:
        re.compile = compiled
