"""Words and sentences by underthesea, without the heavy libraries it would bring along."""

import subprocess
import sys

from conftest import ROOT

ASKED = """
import sys
from ingest.sentences import HEAVY, segment_words
print(segment_words("Đảng viên không được đánh bạc"))
print([name for name in HEAVY if name in sys.modules])
"""


def test_cutting_words_loads_no_deep_learning() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ASKED],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.splitlines() == ["Đảng_viên không được đánh_bạc", "[]"]


def test_what_was_hidden_can_be_loaded_afterwards() -> None:
    from ingest.sentences import _without

    sys.modules.pop("colorsys", None)
    with _without(("colorsys", "sys")):
        assert sys.modules["colorsys"] is None
        assert sys.modules["sys"] is sys
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 1)[2] == 1
