"""data/facts.json: every fact for machines."""

from __future__ import annotations

import json

import pytest
from tests.conftest import THREE_SECTORS, Plan

from policy_explorer.inputs import strings
from policy_explorer.urls import Urls
from policy_explorer.views import build
from policy_explorer.writers.facts import facts_json

Row = dict[str, object]
KEYS = (
    *("id", "subject", "page", "basis", "value", "unit", "text", "forms"),
    *("citations", "by", "from", "because", "key", "reason"),
)


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    """The rows of the ledger by their ids."""
    plan = Plan(THREE_SECTORS)
    site = plan.site()
    words = strings.load(plan.settings, site.policy.codes)
    lenses = build.lenses(site, words, Urls(site.policy.codes, tuple(site.sections)))
    whole = json.loads(facts_json(lenses, "0.1.0"))
    assert list(whole) == ["schema", "data_version", "facts"]
    assert (whole["schema"], whole["data_version"]) == (1, "0.1.0")
    assert [row["id"] for row in whole["facts"]] == list(site.facts)
    return {row["id"]: row for row in whole["facts"]}


def test_every_row_has_the_same_keys(rows: dict[str, Row]) -> None:
    """Every fact is a row with these keys, in this order."""
    assert {tuple(row) for row in rows.values()} == {KEYS}


def test_the_first_form_is_the_text(rows: dict[str, Row]) -> None:
    """A fact has a form in each language, and its text is the first of them."""
    for row in rows.values():
        text, forms = row["text"], row["forms"]
        assert isinstance(text, dict)
        assert isinstance(forms, dict)
        assert list(text) == ["en", "zh"]
        assert text == {lang: found[0] for lang, found in forms.items()}


def test_a_number(rows: dict[str, Row]) -> None:
    """A number is decimal text, with its unit, its place and its forms."""
    row = rows["targets/output-half-again.at_least"]
    assert (row["value"], row["unit"], row["basis"]) == ("1.5", "times", "stated")
    assert row["page"] == "targets/output-half-again.html"
    assert row["citations"] == [{"source": "test-gazette", "line": 7, "terms": ["1.5 times"]}]
    assert row["text"] == {"en": "at least 1.5 times", "zh": "1.5倍以上"}


def test_a_derived_value(rows: dict[str, Row]) -> None:
    """A derived value says by what and from which facts it was made."""
    row = rows["targets/output-half-again.path.2026"]
    assert (row["value"], row["basis"], bool(row["by"])) == ("122.47", "derived", True)
    assert isinstance(row["from"], list)
    assert set(row["from"]) <= set(rows)


def test_silence(rows: dict[str, Row]) -> None:
    """Silence has no value, and says so in words."""
    row = rows["targets/output-half-again.responsible"]
    assert (row["value"], row["basis"]) == (None, "not_stated")
    assert row["text"] == {"en": "not stated", "zh": "未载明"}


def test_only_silence_has_a_reason(rows: dict[str, Row]) -> None:
    """What is not stated has a reason in every language; what is stated, none."""
    for row in rows.values():
        silent = row["basis"] == "not_stated"
        assert row["reason"] is None if not silent else list(_of(row["reason"])) == ["en", "zh"]


def _of(value: object) -> dict[str, str]:
    assert isinstance(value, dict)
    return value
