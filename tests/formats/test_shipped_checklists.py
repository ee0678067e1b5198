"""The page about the shipped lists tells what is in their files."""

from docs.shipped_checklists import PAGE, lists, page


def test_the_page_is_that_of_the_files() -> None:
    written = PAGE.read_text("utf-8")
    assert written == page(), "run python -m docs.shipped_checklists"


def test_each_list_and_each_entry_has_its_place() -> None:
    told = page()
    for checklist in lists():
        assert f"## {checklist.id} {checklist.name.zh}" in told
        for preset in checklist.presets:
            assert (preset.label.zh in told) or not preset.entry
