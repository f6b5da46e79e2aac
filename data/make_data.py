"""Writes digits.csv and iris.csv beside this file, from the copies that scikit-learn bundles.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn==1.9.1
    /tmp/venv/bin/python data/make_data.py

Nothing is downloaded and nothing is changed: the rows keep scikit-learn's order. The same files
come out on every run; their sha256, printed at the end, are those in README.md.
"""

import csv
import hashlib
from pathlib import Path

from sklearn.datasets import load_digits, load_iris

HERE = Path(__file__).resolve().parent


def whole(pixel):
    """An ink count as a whole number; scikit-learn holds it as a float."""
    if pixel != int(pixel) or not 0 <= pixel <= 16:
        raise ValueError(f"a pixel must be a whole number from 0 to 16, got {pixel}")
    return int(pixel)


def digits():
    """The 8x8 images, row by row from the top left, then the digit."""
    bunch = load_digits()
    yield [f"p{row}{col}" for row in range(8) for col in range(8)] + ["digit"]
    for pixels, digit in zip(bunch.data, bunch.target):
        yield [whole(pixel) for pixel in pixels] + [int(digit)]


def iris():
    """Four lengths in cm, with the one decimal that was measured, then the species."""
    bunch = load_iris()
    yield ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]
    for lengths, species in zip(bunch.data, bunch.target):
        yield [f"{length:.1f}" for length in lengths] + [str(bunch.target_names[species])]


def write(name, rows):
    """Writes the rows as UTF-8 with plain line feeds, and prints the file's sha256."""
    path = HERE / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(hashlib.sha256(path.read_bytes()).hexdigest(), "", name)


if __name__ == "__main__":
    write("digits.csv", digits())
    write("iris.csv", iris())
