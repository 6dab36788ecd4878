"""The app on a free port and a real browser on it, watched for what it asks and opens."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")


@dataclass
class Watched:
    """A tab, with the hosts it asked and the dialogs that opened."""

    page: sync_api.Page
    address: str
    hosts: set[str] = field(default_factory=set)
    dialogs: list[str] = field(default_factory=list)

    def open(self, path: str, wait_for: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_selector(wait_for)

    def words(self) -> str:
        return " ".join(self.page.inner_text("body").split())


@contextmanager
def serving(kb: Path, log_file: Path) -> Iterator[str]:
    """The app over a store; gives its address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "VIENDAN_KB": str(kb), "VIENDAN_MODEL": "-"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log_file.open("w") as log:
        app = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_until_it_answers(app, address)
            yield address
        finally:
            app.terminate()
            app.wait(timeout=20)


@contextmanager
def browsing() -> Iterator[sync_api.BrowserContext]:
    """A browser."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser.new_context(viewport={"width": 1280, "height": 900})
        browser.close()


@contextmanager
def watching(context: sync_api.BrowserContext, address: str) -> Iterator[Watched]:
    """A fresh tab; at the end nothing went to another host and no dialog was opened."""
    watched = Watched(context.new_page(), address)

    def dismiss(dialog: sync_api.Dialog) -> None:
        watched.dialogs.append(dialog.message)
        dialog.dismiss()

    watched.page.set_default_timeout(30_000)
    watched.page.on("dialog", dismiss)
    watched.page.on("request", lambda asked: watched.hosts.add(urlsplit(asked.url).netloc))
    yield watched
    watched.page.close()
    assert watched.dialogs == []
    assert watched.hosts - {""} == {urlsplit(address).netloc}


def _wait_until_it_answers(app: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(150):
        assert app.poll() is None, "the app ended"
        try:
            with urlopen(address + "_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the app did not answer within 30 seconds")
