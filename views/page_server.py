"""The page in a browser: Streamlit started on a free port of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from ingest import BusyPort

HERE = Path(__file__).resolve().parent.parent


def address_of(port: int) -> str:
    """Where the page answers; raises BusyPort where another program does."""
    with closing(socket.socket()) as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise BusyPort(
                f"Cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port."
            )
    return f"http://127.0.0.1:{port}"


def serve(kb: Path, port: int) -> int:
    """Show the page until it is stopped; returns Streamlit's exit status."""
    streamlit = [sys.executable, "-m", "streamlit", "run", str(HERE / "app.py")]
    options = {"port": str(port), "headless": str(not _has_desktop()), "showEmailPrompt": "False"}
    words = [word for name, value in options.items() for word in (f"--server.{name}", value)]
    environment = {**os.environ, "VIENDAN_KB": str(kb)}
    with subprocess.Popen([*streamlit, *words], cwd=HERE, env=environment) as page:
        signal.signal(signal.SIGTERM, lambda *_: page.terminate())  # the page goes with it
        return page.wait()


def _has_desktop() -> bool:
    """Whether a browser can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
