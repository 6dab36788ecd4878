"""Lược đồ: the relations of a document as a picture, written in Graphviz's language.

Every word that comes from a document is escaped; an identifier is a number of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from citator import Status, Validity
from index import name_of
from ingest import Metadata

from .facts import day_of
from .markup import SHOWN_INSTEAD, UNSEEN
from .relations import Ties
from .standpoint import Standpoint

SHOWN = 25  # documents drawn; more is a tangle, and the table has them all
LINE, MOST_LINES = 30, 3  # characters of a line and lines of a name in a box
FILLS = {
    Status.REPLACED: ("#fbe3e1", "#9b1c1c"),
    Status.REPEALED: ("#fbe3e1", "#9b1c1c"),
    Status.AMENDED: ("#fdecc8", "#8a5a00"),
    Status.IN_FORCE: ("#e3f1e4", "#1c5a26"),
    Status.NOT_ISSUED: ("#f1efe9", "#7b8086"),
    Status.UNVERIFIED: ("#f1efe9", "#7b8086"),
}
"""Fill and border of a box, those of the badges in page.css; the status is written in it too."""
HEAD = (
    'rankdir="LR" bgcolor="transparent" nodesep="0.16" ranksep="1.1"',
    'node [shape="box" style="filled,rounded" fontname="sans-serif" fontsize="11"'
    ' margin="0.12,0.06"]',
    'edge [fontname="sans-serif" fontsize="10" color="#41505f" fontcolor="#41505f"]',
)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between the document in the middle and another: typed, or thin with a count."""

    other: str
    words: str
    is_right: bool
    """Where the other one stands: right of what acts on it, left of what it acts on."""
    is_active: bool
    """Whether it begins in the middle."""
    is_thin: bool = False


def diagram_of(view: Standpoint, ties: Ties) -> str:
    """The picture of a document's relations one step both ways, in DOT."""
    shown = _ranked(ties)[:SHOWN]
    numbers = {about.id: f"n{n}" for n, about in enumerate([ties.about, *shown])}
    left_out = len(_ranked(ties)) - len(shown)
    gone = {tie.other.id for tie in ties.typed if not tie.is_there}
    lines = [*HEAD, _node("n0", ties.about, view.validity_of(ties.about), 'penwidth="2.5"')]
    for about in shown:
        link = "" if about.id in gone else f'URL={quoted(view.reader(about.id))} target="_self"'
        lines.append(_node(numbers[about.id], about, view.validity_of(about), link))
    lines += [_edge(arrow) for arrow in _arrows(ties, numbers)]
    if left_out:
        more = quoted(f"… và {left_out} văn bản khác")
        lines.append(f'more [label={more} shape="plaintext" style="" fontcolor="#5b6168"]')
        lines.append('n0 -> more [style="dotted" arrowhead="none"]')
    return "digraph {\n" + "\n".join(f"  {line}" for line in lines) + "\n}\n"


def quoted(words: str) -> str:
    """Words as a string of DOT that reads exactly as they do: no escape, entity or HTML label."""
    plain = UNSEEN.sub(SHOWN_INSTEAD, words).replace("&", "&amp;")
    plain = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(plain.split())}"'


def _ranked(ties: Ties) -> list[Metadata]:
    """The other documents, those with a typed relation first, then by how often they are cited."""
    counts = sorted([*ties.cites, *ties.cited_by], key=lambda pair: -pair[1])
    every = [*(tie.other for tie in ties.typed), *(other for other, _ in counts)]
    once = {about.id: about for about in every if about.id != ties.about.id}
    return list(once.values())


def _arrows(ties: Ties, numbers: dict[str, str]) -> list[Arrow]:
    every = [
        *((t.other.id, t.is_active, str(t.said.statement.relation), False) for t in ties.typed),
        *((other.id, True, f"viện dẫn {count} lần", True) for other, count in ties.cites),
        *((other.id, False, f"viện dẫn {count} lần", True) for other, count in ties.cited_by),
    ]
    sides: dict[str, bool] = {}
    arrows = []
    for id, is_active, words, is_thin in every:
        if id in numbers and id != ties.about.id:
            is_right = sides.setdefault(id, is_active)
            arrows.append(Arrow(numbers[id], words, is_right, is_active, is_thin))
    return list(dict.fromkeys(arrows))


def _node(number: str, about: Metadata, validity: Validity, more: str) -> str:
    fill, border = FILLS[validity.status]
    name = wrap(name_of(about), LINE, max_lines=MOST_LINES, placeholder=" …") or [about.id]
    label = "\\n".join(
        quoted(line)[1:-1] for line in (*name, day_of(about.date), str(validity.status))
    )
    hint = quoted(about.title or name_of(about))
    drawn = f'label="{label}" fillcolor="{fill}" color="{border}" tooltip={hint} {more}'
    return f"{number} [{drawn.rstrip()}]"


def _edge(arrow: Arrow) -> str:
    look = ' style="dashed" color="#b9bec4" fontcolor="#7b8086" fontsize="9" arrowsize="0.6"'
    ends = ("n0", arrow.other) if arrow.is_right else (arrow.other, "n0")
    turned = "" if arrow.is_right == arrow.is_active else ' dir="back"'  # stays on its side
    drawn = f"label={quoted(arrow.words)}{turned}{look if arrow.is_thin else ''}"
    return f"{ends[0]} -> {ends[1]} [{drawn}]"
