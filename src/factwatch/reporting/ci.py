"""Formats of continuous integration: GitHub annotations, SARIF, JUnit XML, GitLab code quality."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from factwatch.model.change import Severity
from factwatch.reporting.outcome import Outcome, Run
from factwatch.reporting.view import Row, View, view_of
from factwatch.reporting.words import shown

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS: Final[dict[Severity, str]] = {"breaking": "error", "notable": "warning", "info": "note"}
_GITHUB_LEVELS: Final[dict[Severity, str]] = {"breaking": "error", "notable": "warning", "info": "notice"}
_GITLAB_LEVELS: Final[dict[Severity, str]] = {"breaking": "critical", "notable": "minor", "info": "info"}
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD_INPUT: Final = "standard-input"


def _findings(run: Run) -> Iterator[tuple[Outcome, View, Row]]:
    for outcome in run.outcomes:
        view = view_of(outcome, run)
        for row in view.rows:
            yield outcome, view, row


def _path(outcome: Outcome) -> str:
    return outcome.path or _STANDARD_INPUT


def _line(row: Row) -> int:
    """Return the line that a finding is shown at: where the later document says it, else the first."""
    return next((quote.line for quote in row.quotes_after if quote.line is not None), 1)


def _message(row: Row) -> str:
    values = f"{row.before or '(nothing)'} → {row.after or '(nothing)'}" if row.before or row.after else ""
    said = row.explanation or values
    return f"{row.subject}: {said}" if said else row.subject


def render_github(run: Run) -> str:
    """Return workflow commands that annotate the lines of the later documents."""
    lines = []
    for outcome, _, row in _findings(run):
        properties = {"file": _path(outcome), "line": str(_line(row)), "title": f"factwatch {row.kind}"}
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        quotes = [f"before: “{quote.words}” ({quote.place})" for quote in row.quotes_before[:1]]
        quotes += [f"after: “{quote.words}” ({quote.place})" for quote in row.quotes_after[:1]]
        lines.append(f"::{_GITHUB_LEVELS[row.severity]} {told}::{_data(chr(10).join([_message(row), *quotes]))}")
    lines += [f"::error title=factwatch::{_data(shown(message))}" for message in run.unreadable]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_sarif(run: Run, *, version: str) -> str:
    """Return a SARIF 2.1.0 log; fingerprints are the changes' ids, so that a finding seen before is not new."""
    findings = list(_findings(run))
    kinds = sorted({row.kind for _, _, row in findings})
    driver = {"name": "factwatch", "version": version, "rules": [{"id": kind, "shortDescription": {"text": _rule(kind)}} for kind in kinds]}
    invocation: dict[str, Any] = {"executionSuccessful": not run.unreadable}
    if run.unreadable:
        invocation["toolExecutionNotifications"] = [{"level": "error", "message": {"text": shown(text)}} for text in run.unreadable]
    results = [_sarif_result(outcome, view, row, kinds.index(row.kind)) for outcome, view, row in findings]
    log = {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation], "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(kind: str) -> str:
    group, _, change = kind.partition(".")
    return f"{group}: {change.replace('_', ' ')}" if change else group


def _sarif_result(outcome: Outcome, view: View, row: Row, rule: int) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": _line(row)}
    if row.quotes_after:
        region["snippet"] = {"text": row.quotes_after[0].words}
    return {
        "ruleId": row.kind,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[row.severity],
        "message": {"text": _message(row)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(_path(outcome))}, "region": region}}],
        "partialFingerprints": {"factwatch/v1": row.id},
        "baselineState": "unchanged" if row.known else "new",
        "properties": {
            "severity": row.severity,
            "nature": row.nature,
            "subject": row.subject,
            "before": row.before,
            "after": row.after,
            "baseline": view.baseline,
            "evidenceBefore": [quote.words for quote in row.quotes_before],
            "evidenceAfter": [quote.words for quote in row.quotes_after],
        },
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/:._-~")


def render_junit(run: Run) -> str:
    """Return JUnit XML: a suite for each later document, a failure for each change that calls for somebody."""
    from xml.etree import ElementTree as ET

    suites = ET.Element("testsuites", name="factwatch")
    for outcome in run.outcomes:
        path = _xml(_path(outcome))
        suite = ET.SubElement(suites, "testsuite", name=path)
        rows = view_of(outcome, run).rows
        for row in rows:
            name = _xml(f"{row.kind}: {row.subject} [{row.id}]")
            case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(_line(row)))
            if row.failing:
                ET.SubElement(case, "failure", message=_xml(_message(row)), type=row.kind).text = _xml(_junit_text(row))
        if not rows:
            ET.SubElement(suite, "testcase", classname=path, name="no changes")
    if run.unreadable:
        suite = ET.SubElement(suites, "testsuite", name="unreadable")
        for message in run.unreadable:
            case = ET.SubElement(suite, "testcase", classname="factwatch", name=_xml(shown(message)))
            ET.SubElement(case, "error", message=_xml(shown(message)))
    for element in (suites, *suites):
        counted = {"tests": "testcase", "failures": "failure", "errors": "error"}
        element.attrib.update({name: str(len(list(element.iter(tag)))) for name, tag in counted.items()})
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _junit_text(row: Row) -> str:
    quotes = [f"before: “{quote.words}” ({quote.place})" for quote in row.quotes_before]
    quotes += [f"after: “{quote.words}” ({quote.place})" for quote in row.quotes_after]
    return "\n".join([f"{row.before or '(nothing)'} → {row.after or '(nothing)'}", row.explanation, *quotes])


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def render_gitlab(run: Run) -> str:
    """Return GitLab's code quality report (a list of issues in the format of Code Climate)."""
    issues = [
        {
            "description": _message(row),
            "check_name": row.kind,
            # One fingerprint for each document: the same change told by two of them is two places to look at.
            "fingerprint": hashlib.sha256(f"{_path(outcome)}\n{row.id}".encode()).hexdigest(),
            "severity": _GITLAB_LEVELS[row.severity],
            "location": {"path": _path(outcome), "lines": {"begin": _line(row)}},
        }
        for outcome, _, row in _findings(run)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
