"""PDF: its text layer where that is legible, its pictures recognised where it is not."""

from .pdfium import count_pages, render_page
from .reading import read_pdf
from .recognition import recognise_page

__all__ = ["count_pages", "read_pdf", "recognise_page", "render_page"]
