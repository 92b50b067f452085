"""What is done with indicators."""

from rangkai.domains.indicators.actions.keep import NewIndicator, add_indicators, edit_indicator, set_targets

__all__ = ["NewIndicator", "add_indicators", "edit_indicator", "set_targets"]
