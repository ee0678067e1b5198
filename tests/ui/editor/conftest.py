from collections.abc import Iterator

import pytest

from qtdesk.ui.theme import Appearance
from tests.ui.editor.editor_room import EditorRoom


@pytest.fixture
def room(appearance: Appearance) -> Iterator[EditorRoom]:
    made = EditorRoom(appearance)
    yield made
    made.close()
