"""Dates as they are written in Vietnam."""

from __future__ import annotations

from datetime import date as Date


def day_of(date: Date | None) -> str:
    """A date as `25/10/2021`, or that it is not known."""
    return f"{date:%d/%m/%Y}" if date else "chưa rõ ngày"
