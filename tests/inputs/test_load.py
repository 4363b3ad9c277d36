"""A folder of YAML becomes a plan."""

from __future__ import annotations

from tests.conftest import Plan

from policy_explorer.model.files import FILES


def test_the_plan_of_three_sectors(plan: Plan) -> None:
    """A plan without zones, charts, relations or questions is a plan."""
    site = plan.site()
    assert (tuple(site.sections), site.policy.codes) == (("sectors",), ("en", "zh"))
    assert [record.id for record in site.items("sectors")] == ["paper", "glass", "rope"]
    assert set(site.files) == set(FILES)


def test_a_plan_without_sections(plan: Plan) -> None:
    """A plan with no section and one target is a plan."""
    plan.write({"sectors.yaml": None})
    plan.edit("policy.yaml", "sections: [sectors]", "sections: []")
    plan.edit("policy.yaml", "menu: [sectors, targets]", "menu: [targets]")
    plan.edit("policy.yaml", "  columns: [sectors]\n", "")
    plan.edit("policy.yaml", "[[sectors.stated_count]] sectors", "no sectors")
    plan.edit("policy.yaml", "[[sectors.stated_count]]个行业", "没有行业")
    assert plan.site().sections == {}


def test_a_section_in_a_folder(plan: Plan) -> None:
    """A section may be a folder of files: one head, the items of all in the files' order."""
    head, _, last = (plan.data / "sectors.yaml").read_text(encoding="utf-8").partition("  - id: ro")
    plan.write({
        "sectors.yaml": None,
        "sectors/1.yaml": head,
        "sectors/2.yaml": f"items:\n  - id: ro{last}",
    })  # fmt: skip
    site = plan.site()
    assert [record.id for record in site.items("sectors")] == ["paper", "glass", "rope"]
    assert site.records["sectors/rope"].place.path == "data/sectors/2.yaml"


def test_what_editors_leave_behind(plan: Plan) -> None:
    """Hidden files, backups and what is no YAML are left alone."""
    names = (".sectors.yaml.swp", ".hidden.yaml", "#sectors.yaml#", "notes.txt", "sectors.yaml~")
    plan.write(dict.fromkeys(names, "not: [yaml"))
    assert plan.problems() == []


def test_no_folder(plan: Plan) -> None:
    """A data folder that is not there is one problem."""
    plan.data.rename(plan.folder / "elsewhere")
    expected = 'data:1:1: error missing-file: there is no data folder "data"'
    assert plan.problems() == [expected]
