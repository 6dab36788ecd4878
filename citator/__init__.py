"""Who cites whom: a citation as a person types it becomes a place, or says it is not held."""

from .lookup import Found, LookUp, MentionOf, look_up, mentions_of
from .records import look_up_record

__all__ = ["Found", "LookUp", "MentionOf", "look_up", "look_up_record", "mentions_of"]
