"""On which days a finding falls, and what they change in its status: nothing is planned for a day that is past."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import define

from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.errors import MissingDateError
from factwatch.extraction.passage import Passage
from factwatch.resolution.model import Resolved


@define(eq=False)
class Timing:
    """The days of one document's findings."""

    _passage: Passage
    _values: Mapping[int, DateValue]
    """Offset of a date -> the days that it names in its place."""
    _known: AbstractSet[DateExpression]
    """The dates that the text was found to name."""

    def set_dates(self, item: Resolved) -> None:
        """Settle when it is, and since when or until when it holds."""
        finding = item.finding
        item.when = self.day(finding.when, finding.tense)
        if finding.kind == "meeting":
            self._settle_time(item)
        item.since = self.day(finding.since)
        item.until = self.day(finding.until)
        if finding.status == "former" and item.until is not None and self._is_ahead(finding.until, item.until):
            # 'A, secretary-general until the end of the year'
            finding.status = "current"

    def _settle_time(self, item: Resolved) -> None:
        """Take a day to come from what is over; what 'meets' tells of a day that is past has taken place, as in a caption."""
        published, finding = self._passage.published, item.finding
        if published is None or item.when is None:
            return
        if finding.status == "done" and item.when.first > published:
            item.when = None
        elif finding.status == "planned" and item.when.last < published:
            if finding.modality == "asserted" or finding.rule == "meetings/noun":
                finding.status, finding.tense = "done", "past"
            elif item.when.last.year < published.year - 1:
                # 'A, a medallist in 1996, will meet B'
                item.when = None

    def _is_ahead(self, date: Any, value: DateValue) -> bool:
        published = self._passage.published
        if published is None:
            return False
        return value.first > published or ("end of" in getattr(date, "text", "") and value.last > published)

    def day(self, date: Any, tense: Any = None) -> DateValue | None:
        """Return the days that a date of the text means, in the *tense* of its verb; None where it is no date or means none."""
        if not isinstance(date, DateExpression):
            return None
        value = self._values.get(date.start)
        if date not in self._known:
            # one day out of 'Thursday and Friday'
            value = date.resolve(self._passage.published, tense=tense)
        if value is None and date.anchored and self._passage.published is None:
            line = self._passage.document.line_of(date.start)
            raise MissingDateError(
                f"{self._passage.document.source}, line {line}",
                f"'{date.text}' needs the document's publication date, and none is known",
                "Give it with --published YYYY-MM-DD, as front matter ('published: YYYY-MM-DD') or in the page's metadata.",
            )
        return value
