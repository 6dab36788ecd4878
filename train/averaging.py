"""The mean of models that were trained on from one another: steadier than any of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .carrying import WHOLE


def average(shares: Mapping[Path, float], out: Path) -> None:
    """Write the weighted mean of folders' weights to `out`; the shares add up to 1.

    Wortsman et al., 2022 (model soups): the mean of fine-tuned weights ranks no worse than the best
    of them where they stem from one start.
    """
    from safetensors.torch import load_file, save_file

    mean: dict[str, Any] = {}
    for folder, share in shares.items():
        for name, values in load_file(folder / WHOLE).items():
            mean[name] = mean.get(name, 0.0) + share * values.float()
    shutil.copytree(next(iter(shares)), out, dirs_exist_ok=True)
    save_file(mean, out / WHOLE, metadata={"format": "pt"})
