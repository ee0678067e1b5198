"""The torture of an order's reader finds nothing, and would find a fault."""

import pytest

from qtdesk.core.orders import OrderReader, Reading
from torture import orders


def test_a_few_odd_texts_are_read_and_accounted_for() -> None:
    heard: list[int] = []
    came = orders.read_them(300, heard.append)
    assert (came.texts, came.failures) == (300, ())


def test_a_text_that_is_not_kept_whole_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = OrderReader.read

    def forgetful(reader: OrderReader, text: str) -> Reading:
        return read(reader, text.replace("路", ""))

    monkeypatch.setattr(OrderReader, "read", forgetful)
    assert "it was changed" in orders.read_them(300, lambda _: None).failures[0]
