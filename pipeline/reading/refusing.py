"""How a step of reading says that an input cannot become a document."""


class Unfit(Exception):
    """An input, or one record of it, that cannot become a document.

    `reason` is one of `pipeline.rows.REASONS`; `detail` says why in a few words that follow the input's name:
    `Unfit("empty", "is empty")` becomes the line `news/a.txt: is empty`.
    """

    def __init__(self, reason: str, detail: str):
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def one_line(text: str) -> str:
    r"""`text` fit for one line of a terminal: what does not print becomes `?`.

    >>> one_line("a\nb\x1b[2J.txt")
    'a?b?[2J.txt'
    """
    return "".join(char if char.isprintable() else "?" for char in text)
