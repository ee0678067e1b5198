"""HTML with its placeholders filled, and what a reader sees of it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.templates import Context, fill_html, visible

_CONTEXT = Context(datetime(2026, 11, 22, 14, 5), buyer="小云")  # noqa: DTZ001 - the agent's own


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ("<b>您好</b>", "<b>您好</b>"),
        ("<b>{buyer}</b>，{daypart}", "<b>小云</b>，下午好"),
        ("单号{cursor}已发出", "单号已发出"),
        ("{{买家}}", "{买家}"),
        ("{ask:快递单号}", ""),
        ("{ask:快递单号|中通}", ""),
        ("<b>{赠品|}</b>送您", ""),
        ("{phrase:x}", ""),
        ("{快递|中&amp;通}", "中&amp;通"),
    ],
)
def test_placeholders_are_filled_or_the_whole_is_left_out(
    html: str, filled: str
) -> None:
    assert fill_html(html, _CONTEXT) == filled


@given(st.text())
def test_no_value_becomes_a_tag(value: str) -> None:
    filled = fill_html("<b>{buyer}</b>", _CONTEXT._replace(buyer=value))
    inside = filled.removeprefix("<b>").removesuffix("</b>").replace("<br>", "")
    assert not set(inside) & set("<>\"'")


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<b>全网最</b>便宜", "全网最便宜"),
        ("<p>一</p>\n<p>二</p>", "一\n二"),
        ("一<br>二<br/>三", "一\n二\n三"),
        ("<tr><td>S</td><td>M</td></tr><tr><td>L</td></tr>", "S M\nL"),
        ("&lt;b&gt; &#23452;", "<b> 宜"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
    ],
)
def test_what_a_reader_sees(html: str, seen: str) -> None:
    assert visible(html) == seen
