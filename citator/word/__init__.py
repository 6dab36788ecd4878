"""A copy of a Word document that bears comments; the original is not touched."""

from .comments import Note, add_comments

__all__ = ["Note", "add_comments"]
