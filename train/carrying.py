"""A model in a quarter of its size, to carry to a machine with a GPU."""

from __future__ import annotations

from pathlib import Path
from typing import Any

WHOLE, SMALL = "model.safetensors", "model-8-bit.safetensors"
RANGE = 127
SCALE = ".scale"  # after a weight's name: what its integers are multiplied by, row by row


def shrink(folder: Path) -> int:
    """Write a folder's weights once more, matrices in 8 bits; returns the bytes."""
    import torch
    from safetensors.torch import load_file, save_file

    small: dict[str, Any] = {}
    for name, values in load_file(folder / WHOLE).items():
        if values.dim() < 2:
            small[name] = values
            continue
        scales = values.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / RANGE
        small[name] = torch.round(values / scales).to(torch.int8)
        small[name + SCALE] = scales
    save_file(small, folder / SMALL, metadata={"format": "pt"})
    return (folder / SMALL).stat().st_size


def restore(folder: Path) -> None:
    """Write the weights as a model reads them, where only the small ones were carried along."""
    from safetensors.torch import load_file, save_file

    if (folder / WHOLE).exists() or not (folder / SMALL).exists():
        return
    small = load_file(folder / SMALL)
    whole = {
        name: values.float() * small[name + SCALE] if name + SCALE in small else values
        for name, values in small.items()
        if not name.endswith(SCALE)
    }
    save_file(whole, folder / WHOLE, metadata={"format": "pt"})
