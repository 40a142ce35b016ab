"""Best one-to-one assignment (the Hungarian method), so that the order of claims never decides what is right."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """
    Return the pairs (row, column) with the greatest sum of *weights*, each row and column at most once; weight 0 is no pair.

    >>> best_pairs([[9, 8], [8, 0]])
    [(0, 1), (1, 0)]
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return sorted((row, column) for column, row in best_pairs([list(line) for line in zip(*weights, strict=True)]))
    rows, columns = len(weights), len(weights[0])
    row_price = [0] * (rows + 1)
    column_price = [0] * (columns + 1)
    owner = [0] * (columns + 1)  # column -> row, both from 1; column 0 holds the row being placed
    infinite = 2 * sum(max(line) for line in weights) + 1
    for row in range(1, rows + 1):
        owner[0] = row
        least = [infinite] * (columns + 1)
        came_from = [0] * (columns + 1)
        seen = [False] * (columns + 1)
        column = 0
        while owner[column]:
            seen[column] = True
            here, delta, following = owner[column], infinite, 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                cost = -weights[here - 1][other - 1] - row_price[here] - column_price[other]
                if cost < least[other]:
                    least[other], came_from[other] = cost, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(columns + 1):
                if seen[other]:
                    row_price[owner[other]] += delta
                    column_price[other] -= delta
                else:
                    least[other] -= delta
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return sorted(
        (owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column] and weights[owner[column] - 1][column - 1]
    )
