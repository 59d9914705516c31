"""Fitting: the weights of signs by which one of several, or nobody, is chosen, and the table a module has of them."""

from collections.abc import Mapping, Sequence

import numpy as np

STEPS, PACE = 800, 0.05

LEAST = 0.06
"""Weights nearer to 0 are left out of the table."""

Choice = tuple[Sequence[Mapping[str, float]], int, float]
"""The signs of each who may be chosen, the right one's place (-1: nobody), and what the case counts."""


def fitted(choices: Sequence[Choice], judged: Mapping[str, float], pull: float) -> tuple[dict[str, float], float]:
    """The weight of each sign, and of nobody: they make the right choices likely, and stay near what was `judged`
    beforehand (0 where nothing is said; '' is nobody), the more the stronger the `pull`."""
    names = sorted({sign for options, _, _ in choices for option in options for sign in option})
    column = {name: n for n, name in enumerate((*names, ""))}
    rows, case_of, right = [], [], []
    for n, (options, chosen, _) in enumerate(choices):
        for place, option in enumerate(({"": 1.0}, *options), -1):
            row = np.zeros(len(column))
            for sign, value in option.items():
                row[column[sign]] = value
            rows.append(row)
            case_of.append(n)
            right.append(place == chosen)
    x, at, y = np.array(rows), np.array(case_of), np.array(right, float)
    worth = np.array([worth for _, _, worth in choices])[at]
    before = np.array([judged.get(name, 0.0) for name in column])
    weights, first, second = before.copy(), np.zeros(len(column)), np.zeros(len(column))
    for step in range(1, STEPS + 1):                           # Adam: D. Kingma, J. Ba, 2015
        odds = np.exp(np.clip(x @ weights, -30, 30))
        slope = x.T @ ((odds / np.bincount(at, odds)[at] - y) * worth) + pull * (weights - before)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope ** 2
        stride = (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
        weights -= PACE * stride * (1 if step < 0.7 * STEPS else 0.2)
    return dict(zip(names, map(float, weights[:-1]), strict=True)), float(weights[-1])


def table(weights: Mapping[str, float], least: float = LEAST) -> str:
    """The weights as lines of their module."""
    lines = [""]
    for name, weight in sorted(weights.items()):
        if abs(weight) >= least:
            told = f'"{name}": {weight:.2f},'
            if len(lines[-1]) + len(told) > 115:
                lines.append("")
            lines[-1] += f" {told}" if lines[-1] else f"    {told}"
    return "\n".join(["WEIGHTS: dict[str, float] = {", *lines, "}"])
