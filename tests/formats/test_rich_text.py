"""Which HTML a phrase may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.formats.rich_text import MOST_CHARACTERS, STYLES, TAGS, html_faults


@pytest.mark.parametrize(
    "html",
    [
        "您好",
        "<b>您好</b><br>再见<br/>",
        "<p style='color: #c00; font-weight: bold'>您好 &amp; &lt;再见&gt;</p>",
        "<ul><li>一</li><li>二</li></ul>",
        "<table><tr><th colspan='2'>码</th></tr><tr><td>S</td><td>M</td></tr></table>",
        '<a href="https://example.com/a?b=1&amp;c=2">看</a>',
        "<a href='tel:400123'>拨打</a>",
        "<B>您好</B>",
        "3 < 5",
        "{buyer}，您好",
    ],
)
def test_a_few_tags_are_fine(html: str) -> None:
    assert html_faults(html) == ()


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src='https://example.com/a.png'>",
        "<img src='a.png'>",
        "<iframe></iframe>",
        "<style>b{}</style>",
        "<link rel=stylesheet href=x>",
        "<svg></svg>",
        "<p onclick='x()'>您好</p>",
        "<p class='x'>您好</p>",
        "<p style='background: url(https://example.com)'>您好</p>",
        "<p style='background-color: url(x)'>您好</p>",
        "<p style='color: expression(x)'>您好</p>",
        "<p style='position: fixed'>您好</p>",
        "<a href='javascript:alert(1)'>看</a>",
        "<a href=' java\nscript:alert(1)'>看</a>",
        "<a href='data:text/html,x'>看</a>",
        "<a href='file:///etc/passwd'>看</a>",
        "<a href='https://example.com/{order}'>看</a>",
        "<td colspan='x'>1</td>",
        "<!-- note -->您好",
        "<!DOCTYPE html>您好",
        "<?php 1 ?>您好",
        "<![CDATA[x]]>您好",
        "<b>您好",
        "您好</b>",
        "<b><i>您好</b></i>",
        "您好<b",
        "x" * (MOST_CHARACTERS + 1),
    ],
)
def test_all_else_is_a_fault_with_a_remedy(html: str) -> None:
    faults = html_faults(html)
    assert faults
    assert all(fault.what and fault.remedy and fault.line == 1 for fault in faults)


def test_a_fault_tells_its_line() -> None:
    html = "<p>一</p>\n<p>二\n<u>三</p>\n"
    assert [fault.line for fault in html_faults(html)] == [3, 3]


@given(st.text(alphabet=st.sampled_from("<>/!-b ia=\"'&;{}p\n您")))
def test_no_text_stops_the_reader(html: str) -> None:
    html_faults(html)


def test_nothing_that_loads_or_runs_is_listed() -> None:
    assert not {"script", "img", "style", "iframe", "object", "svg"} & set(TAGS)
    assert not {"background", "background-image", "content"} & set(STYLES)
