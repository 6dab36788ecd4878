"""What can go wrong, as sentences that hold their cure.

ViendanError
├── UnreadableFile        one file cannot be taken in; the others can
│   ├── PicturedPages     some of its pages are pictures, to be recognised first
│   └── MissingProgram    a program that could read it is not installed
├── MissingFolder         a folder named by the person is not there
├── MissingPart           a library or a model is not installed
├── WrongCorrection       a field of a document cannot hold what was typed
├── WrongSetting          viendan.toml or an environment variable cannot be used
├── EmptyQuery            nothing was typed that could be searched for
├── BusyPort              another program answers where the page should
├── StoreError
│   ├── NewerStore        the store was made by a newer viendan
│   ├── StaleIndex        the vectors were made by another model
│   ├── BusyStore         somebody else is writing
│   └── NoStore           there is no store here yet
└── UnknownReference      words that name no document
"""

from __future__ import annotations


class ViendanError(Exception):
    """The root; its text is a sentence in Vietnamese for the person at the screen."""


class UnreadableFile(ViendanError):
    """This file cannot be taken in; its text says why and what to do."""


class MissingProgram(UnreadableFile):
    """Installing what the text names would make this file readable: it is tried again each run."""


class PicturedPages(UnreadableFile):
    """Pages of this file are pictures of text; it can be read once they are recognised."""

    def __init__(self, sentence: str, pages: tuple[int, ...]) -> None:
        super().__init__(sentence)
        self.pages = pages
        """The pages still to be recognised, from 1."""


class MissingFolder(ViendanError):
    """A path the person named does not exist."""


class MissingPart(ViendanError):
    """A library or a model is missing; the text names the command that brings it."""


class WrongCorrection(ViendanError):
    """What a person typed cannot stand in that field."""


class WrongSetting(ViendanError):
    """A setting has an unknown name or a value that cannot be used."""


class EmptyQuery(ViendanError):
    """The query holds no word and no number."""


class BusyPort(ViendanError):
    """The port the page should answer on is taken."""


class StoreError(ViendanError):
    """The store cannot be used as it is."""


class NewerStore(StoreError):
    """The store was written by a newer version of viendan."""


class StaleIndex(StoreError):
    """The vectors were made by another model than the one in the settings."""


class BusyStore(StoreError):
    """Another process is writing to the store."""


class NoStore(StoreError):
    """There is no store in this folder yet."""


class UnknownReference(ViendanError):
    """The words name no document that could be looked up."""
