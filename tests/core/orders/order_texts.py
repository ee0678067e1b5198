"""What holds for every reading, whatever the text was."""

from qtdesk.core.orders import PieceKind, Reading


def covers_everything(reading: Reading) -> None:
    """The pieces are the text; fields share no character; spans lie in the text."""
    text = reading.text
    position = 0
    for piece in reading.pieces:
        assert piece.span.start == position < piece.span.end
        position = piece.span.end
    assert position == len(text)
    for field in reading.fields:
        assert field.value
        for span in field.spans:
            assert 0 <= span.start < span.end <= len(text)
    for piece in reading.pieces:
        if piece.kind is PieceKind.GAP:
            assert not any(character.isalnum() for character in piece.span.of(text))
