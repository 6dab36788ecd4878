"""What people type becomes what is searched for; nothing is changed that they are not told."""

from .doers import without_doers
from .expansions import Expansions, load_expansions
from .intent import (
    asks_for_a_list,
    asks_for_every,
    asks_for_guidance,
    asks_for_newest,
    asks_of_itself,
    asks_what_replaced,
    asks_what_was_signed,
    without_asking,
)
from .language import Language, language_of
from .lattice import with_usual_i
from .number_words import with_numbers_in_digits
from .units import with_parts_apart, with_plain_signs, with_units_written_out
from .wording import (
    SIGNS,
    Change,
    ChangeKind,
    Everyday,
    Wish,
    Wording,
    as_typed,
    calm,
    read_wording,
    tidy,
)

__all__ = [
    "SIGNS",
    "Change",
    "ChangeKind",
    "Everyday",
    "Expansions",
    "Language",
    "Wish",
    "Wording",
    "as_typed",
    "asks_for_a_list",
    "asks_for_every",
    "asks_for_guidance",
    "asks_for_newest",
    "asks_of_itself",
    "asks_what_replaced",
    "asks_what_was_signed",
    "calm",
    "language_of",
    "load_expansions",
    "read_wording",
    "tidy",
    "with_numbers_in_digits",
    "with_parts_apart",
    "with_plain_signs",
    "with_units_written_out",
    "with_usual_i",
    "without_asking",
    "without_doers",
]
