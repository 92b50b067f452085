"""The four tables of the kit and the abstract model that every editable record extends."""

from rangkai.kit.models.change import Change
from rangkai.kit.models.job import Job, JobState
from rangkai.kit.models.record import LiveQuerySet, Record
from rangkai.kit.models.search import SearchRow
from rangkai.kit.models.snapshot import Snapshot

__all__ = ["Change", "Job", "JobState", "LiveQuerySet", "Record", "SearchRow", "Snapshot"]
