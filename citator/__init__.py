"""Who cites whom: a citation as a person types it becomes a place, or says it is not held."""

from .lookup import Found, LookUp, MentionOf, cited_by, look_up
from .records import look_up_record

__all__ = ["Found", "LookUp", "MentionOf", "cited_by", "look_up", "look_up_record"]
