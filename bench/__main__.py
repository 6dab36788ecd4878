"""Run the measurements that are asked for and keep each as JSON in bench/results/PROCESSOR/."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from . import ablation, citations, encoding, kinds, latency, memory, reading

RESULTS = Path(__file__).with_name("results")
"""A folder a processor, in it a file a measurement."""
MEASUREMENTS: dict[str, Callable[[], dict[str, Any]]] = {
    "citations": citations.measure,
    "encoding": encoding.measure,
    "latency": latency.measure,
    "memory": memory.measure,
    "labelled": ablation.measure_labelled,
}
OF_FILES: dict[str, tuple[str, Callable[[Path], dict[str, Any]]]] = {
    "reading": ("pdfs", reading.measure),
    "kinds": ("files", kinds.measure),
    "ablation": ("sets", ablation.measure_judged),
}
"""What wants a folder, the option that names it, and the measurement."""


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
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def run(
    only: Annotated[
        list[str] | None, typer.Argument(help=" ".join((*MEASUREMENTS, *OF_FILES)))
    ] = None,
    pdfs: Annotated[Path | None, typer.Option(help="A folder of PDF files with text")] = None,
    files: Annotated[Path | None, typer.Option(help="A folder of files of every kind")] = None,
    sets: Annotated[Path | None, typer.Option(help="A folder of judged sets")] = None,
) -> None:
    """Measure; figures are for this machine, ratios travel better."""
    every = (*MEASUREMENTS, *OF_FILES)
    if unknown := set(only or ()) - set(every):
        raise typer.BadParameter(f"{', '.join(unknown)}; there are {', '.join(every)}")
    folders = {"pdfs": pdfs, "files": files, "sets": sets}
    for name in only or every:
        if name in MEASUREMENTS:
            _keep(name, MEASUREMENTS[name]())
            continue
        option, measure = OF_FILES[name]
        if folder := folders[option]:
            _keep(name, measure(folder))
        else:
            print(f"{name}: left out; name a folder with --{option}\n", flush=True)


def _keep(name: str, found: dict[str, Any]) -> None:
    about = machine()
    text = json.dumps({"machine": about, **found}, ensure_ascii=False, indent=1)
    folder = RESULTS / re.sub(r"\W+", "-", about["processor"].lower()).strip("-")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{name}\n{text}\n", flush=True)


typer.run(run)
