"""The structure of a text: Phần, Chương, Mục, Điều, khoản, điểm, and the forms without điều."""

from .provisions import segment

__all__ = ["segment"]
