"""Files are parsed in child processes with limits: whatever a file does, the program goes on."""

from .jobs import Job, Workshop, parse_apart, render_apart

__all__ = ["Job", "Workshop", "parse_apart", "render_apart"]
