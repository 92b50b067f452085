"""Governments, their areas, and the base of every row that belongs to one."""

from rangkai.domains.regions.models.places import Area, AreaVersion, Batch, Region, RegionVersion
from rangkai.domains.regions.models.regional import RegionalRecord

__all__ = ["Area", "AreaVersion", "Batch", "Region", "RegionVersion", "RegionalRecord"]
