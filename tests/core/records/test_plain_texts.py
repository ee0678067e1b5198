import re
import unicodedata

import hypothesis.strategies as st
from hypothesis import given

from qtdesk.core.records import plain


@given(st.text(max_size=12) | st.text("AbZ09 \t\n\x1c\x1f-_", max_size=12))
def test_the_quick_way_is_the_same(text: str) -> None:
    slowly = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
    assert plain(text) == slowly
