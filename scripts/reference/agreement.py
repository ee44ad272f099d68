#!/usr/bin/env python3
"""Draws 500 data sets and writes what other programs compute of them, for data/review/measures/reference.test.ts.

    apt-get install python3-nltk python3-sklearn python3-statsmodels
    /usr/bin/python3 scripts/reference/agreement.py data/review/measures/reference.json
    npx prettier --write data/review/measures/reference.json

The tests need neither Python nor these packages: the file is committed. Run this again only to draw other data or to compare with
newer versions; the same versions and seed give the same file.

A data set is a line a rater, a character a unit: "0" to "5" is the value, "." is none. What is null is not defined there, or the
program stops with an error; which measures are asked of which data stands in `figures_of`.
"""

import json
import math
import random
import sys
import warnings

import nltk
import numpy
import sklearn
import sklearn.metrics
import statsmodels
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance, jaccard_distance, masi_distance
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

warnings.filterwarnings("ignore")

SEED = 20_231
DATA_SETS = 500

#: Which set each value stands for where sets are compared: some equal, contained, overlapping and apart, and the empty one.
SETS = [frozenset(), frozenset("a"), frozenset("ab"), frozenset("bc"), frozenset("abc"), frozenset("d")]


def drawn(rng):
    """Ratings of 2 to 5 raters, who agree more or less often; now and then degenerate."""
    raters = rng.randint(2, 5)
    values = rng.randint(2, 6)
    units = rng.randint(2, 24)
    kind = rng.random()
    missing = rng.choice([0, 0, 0, 0.15, 0.4])
    agreeing = rng.choice([0, 0.5, 0.8, 0.95])
    weights = [rng.random() ** rng.choice([1, 3]) + 0.01 for _ in range(values)]
    columns = []
    for _ in range(units):
        told = rng.choices(range(values), weights)[0]
        columns.append(
            [told if rng.random() < agreeing else rng.choices(range(values), weights)[0] for _ in range(raters)]
        )
    if kind < 0.04:  # all the same throughout
        columns = [[1] * raters for _ in columns]
    elif kind < 0.08:  # each rater always the same, but not the same as the others
        columns = [[rater % values for rater in range(raters)] for _ in columns]
    elif kind < 0.12:  # all agree
        columns = [[column[0]] * raters for column in columns]
    columns = [[None if rng.random() < missing else value for value in column] for column in columns]
    return [[column[rater] for column in columns] for rater in range(raters)]


def number(compute):
    """What it computes, or None where that is not a number or the program stops."""
    try:
        value = float(compute())
    except (ZeroDivisionError, ValueError, IndexError, AssertionError, KeyError):
        return None
    return value if math.isfinite(value) else None


def exact_masi(a, b):
    """MASI with Passonneau's thirds; nltk's own rounds them to 0.67 and 0.33."""
    both, together = len(a & b), len(a | b)
    if together == 0 or a == b:
        return 0.0
    if both == 0:
        return 1.0
    return 1 - both / together * (2 / 3 if both == min(len(a), len(b)) else 1 / 3)


def figures_of(ratings):
    complete = all(value is not None for rater in ratings for value in rater)
    triples = [(r, u, v) for r, rater in enumerate(ratings) for u, v in enumerate(rater) if v is not None]
    as_sets = [(r, u, SETS[v]) for r, u, v in triples]
    # nltk takes values of units that only one rated into the expected disagreement in some distances: it is asked without them,
    # which is what Krippendorff defines.
    rated = {u: sum(1 for _, other, _ in triples if other == u) for _, u, _ in triples}
    paired = [triple for triple in triples if rated[triple[1]] > 1]
    paired_sets = [triple for triple in as_sets if rated[triple[1]] > 1]

    def alpha(data, distance):
        if len({value for _, _, value in data}) < 2:
            return None  # nltk calls this 1
        return number(lambda: AnnotationTask(data, distance).alpha())

    figures = {
        "alpha": alpha(paired, binary_distance),
        "alphaInterval": alpha(paired, interval_distance),
        "alphaJaccard": alpha(paired_sets, jaccard_distance_or_0),
        "alphaMasi": alpha(paired_sets, exact_masi),
        "alphaMasiRounded": alpha(paired_sets, masi_or_0),
    }
    # Of the first two raters, on the units that both rated.
    both = [(a, b) for a, b in zip(ratings[0], ratings[1]) if a is not None and b is not None]
    if both:
        first, second = [a for a, _ in both], [b for _, b in both]
        labels = list(range(6))
        for name, weights in (("kappa", None), ("kappaLinear", "linear"), ("kappaQuadratic", "quadratic")):
            figures[name] = number(
                lambda weights=weights: sklearn.metrics.cohen_kappa_score(first, second, labels=labels, weights=weights)
            )
        table = numpy.zeros((6, 6))
        for a, b in both:
            table[a, b] += 1
        used = sorted(set(first) | set(second))
        if len(used) > 1:
            small = table[numpy.ix_(used, used)]
            figures["kappaStatsmodels"] = number(lambda: cohens_kappa(small, return_results=False))
        if 1 in first or 1 in second:  # scikit-learn calls it 0 otherwise
            figures["f1"] = number(lambda: sklearn.metrics.f1_score([a == 1 for a in first], [b == 1 for b in second]))
    if complete:
        figures["kappaNltk"] = number(lambda: AnnotationTask([t for t in triples if t[0] < 2]).kappa())
        figures["multiPi"] = number(lambda: AnnotationTask(triples).pi())
        figures["observed"] = number(lambda: AnnotationTask(triples).avg_Ao())
        counted, _ = aggregate_raters(numpy.array(ratings).T)
        figures["fleiss"] = number(lambda: fleiss_kappa(counted))
    return figures


def jaccard_distance_or_0(a, b):
    return 0.0 if a == b else jaccard_distance(a, b)


def masi_or_0(a, b):
    return 0.0 if a == b else masi_distance(a, b)


def main():
    rng = random.Random(SEED)
    sets = []
    for _ in range(DATA_SETS):
        ratings = drawn(rng)
        lines = ["".join("." if value is None else str(value) for value in rater) for rater in ratings]
        sets.append([" ".join(lines), figures_of(ratings)])
    names = sorted({name for _, figures in sets for name in figures})
    file = {
        "from": {
            "nltk": nltk.__version__,
            "scikit-learn": sklearn.__version__,
            "statsmodels": statsmodels.__version__,
            "seed": SEED,
        },
        "sets": ["".join(sorted(members)) for members in SETS],
        "names": names,
        # A line each, so that the file stays small: the ratings, then a figure for each name, "-" for not defined, "" for not asked.
        "data": [",".join([lines, *[written(figures, name) for name in names]]) for lines, figures in sets],
    }
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(file, out, indent=2)
        out.write("\n")


def written(figures, name):
    if name not in figures:
        return ""
    return "-" if figures[name] is None else repr(figures[name])


if __name__ == "__main__":
    main()
