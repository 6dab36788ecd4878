"""Run the measurements that are asked for and keep each as JSON in bench/results/."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from . import ablation, citations, encoding, kinds, latency, memory, reading

RESULTS = Path(__file__).with_name("results")
MEASUREMENTS: dict[str, Callable[[Path | None], dict[str, Any]]] = {
    "reading": reading.measure,
    "citations": citations.measure,
    "encoding": encoding.measure,
    "latency": latency.measure,
    "memory": memory.measure,
    "kinds": kinds.measure,
    "ablation": ablation.measure,
}


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "date": date.today().isoformat(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def run(
    only: Annotated[list[str] | None, typer.Argument(help=" ".join(MEASUREMENTS))] = None,
    pdfs: Annotated[Path | None, typer.Option(help="A folder of PDF files with text")] = None,
    files: Annotated[Path | None, typer.Option(help="A folder of files of every kind")] = None,
    sets: Annotated[Path | None, typer.Option(help="A folder of judged sets")] = None,
) -> None:
    """Measure; figures are for this machine, ratios travel better."""
    if unknown := set(only or ()) - set(MEASUREMENTS):
        raise typer.BadParameter(f"{', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}")
    RESULTS.mkdir(exist_ok=True)
    folders = {"kinds": files, "ablation": sets}
    for name in only or MEASUREMENTS:
        result = {"machine": machine(), **MEASUREMENTS[name](folders.get(name, pdfs))}
        text = json.dumps(result, ensure_ascii=False, indent=1)
        (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(f"{name}\n{text}\n", flush=True)


typer.run(run)
