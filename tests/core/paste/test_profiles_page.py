from docs.paste_profiles_table import PAGE, page


def test_the_page_has_the_table_of_now() -> None:
    told = PAGE.read_text("utf-8")
    assert told == page(), "run python -m docs.paste_profiles_table"
    assert "| 千牛 | `aliworkbench`" in told
