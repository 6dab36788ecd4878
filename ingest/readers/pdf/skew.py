"""A page that lay askew in the scanner is set upright, and ink in colour is told from print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from PIL.Image import Image

WIDTH = 800  # pixels of the small copy that angles are tried on
STEEPEST = 5.0  # degrees; scanners feed no sheet more askew
STEPS = (1.0, 0.25)  # degrees: first the whole range, then around the best
LEAST = 0.3  # degrees; tesseract itself reads such lines as well as level ones
WHITE = 255


def drop_red(picture: Image) -> Image:
    """Return a picture in grey in which red ink, of seals, is as light as paper.

    The red channel itself is that: black print is dark in it, red ink is not.
    """
    return picture.getchannel("R")


def level(picture: Image) -> Image:
    """Turn a grey picture so that its lines run level; one that does so already is returned."""
    angle = find_angle(picture)
    if abs(angle) < LEAST:
        return picture
    from PIL.Image import Resampling

    return picture.rotate(angle, resample=Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def find_angle(picture: Image) -> float:
    """Return by how many degrees, counted anticlockwise, a grey picture must be turned."""
    small = picture.reduce(max(1, picture.width // WIDTH))
    best = 0.0
    reach = STEEPEST
    for step in STEPS:
        count = round(reach / step)
        angles = [best + step * turn for turn in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _count_contrast(small, angle))
        reach = step
    return best


def _count_contrast(small: Image, angle: float) -> tuple[float, float]:
    """Return how sharply rows of ink and of paper alternate; of equals, the smallest angle."""
    import numpy

    turned = small.rotate(angle, fillcolor=WHITE)
    rows: numpy.ndarray = (WHITE - numpy.asarray(turned, dtype=numpy.float64)).sum(axis=1)
    return float((numpy.diff(rows) ** 2).sum()), -abs(angle)
