import pytest

from qtdesk.core.search.query import Query


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("", Query()),
        (" 　\t", Query()),
        ("发货 FH", Query(("发货", "fh"))),
        ("发货　发货", Query(("发货",))),
        ("a\x1fb\x1ec", Query(("a", "b", "c"))),
        ("@Ship #退款 运费", Query(("运费",), ("ship",), ("退款",))),
        ("＠ship ＃退", Query((), ("ship",), ("退",))),
        ("@ #", Query()),
        ("a@b c#d", Query(("a@b", "c#d"))),
        ("❤️好", Query(("❤", "好"))),
        ("\ufe0f", Query()),
    ],
)
def test_parts(text: str, parsed: Query) -> None:
    assert Query.parse(text) == parsed
