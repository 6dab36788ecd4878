"""Memory of a process that holds the page's parts and a store of 80,000 passages."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from index import Settings, open_encoder

from . import made_up

PASSAGES = 80_000
PROGRAM = """
import json, os, sys
from pathlib import Path
import streamlit
import streamlit.web.bootstrap
from index import Settings, open_kb

def resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)

steps = {"streamlit": resident()}
store = open_kb(Settings(kb=Path(sys.argv[1])))
steps["store opened"] = resident()
for query in ("ke khai tai san", "đình chỉ sinh hoạt đảng", "tố cáo"):
    assert store.search(query).hits
steps["after three searches"] = resident()
# not ru_maxrss, which a child inherits from the process that started it
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
steps["peak"] = round(int(status["VmHWM"].split()[0]) * 1024 / 1e6)
print(json.dumps(steps))
"""


def measure() -> dict[str, Any]:
    """Resident megabytes after each step, in a process of its own; vectors are made up."""
    with tempfile.TemporaryDirectory() as folder:
        made_up.build(Path(folder), PASSAGES, open_encoder(Settings()))
        answer = subprocess.run(
            [sys.executable, "-c", PROGRAM, folder], capture_output=True, text=True, check=True
        )
    return {"passages": PASSAGES, "resident_mb": json.loads(answer.stdout.splitlines()[-1])}
