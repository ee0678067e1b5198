"""A registry that is a dictionary, and the agent's own to nobody."""


class Values:
    """Implements `Registry`."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.refuses = False

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        if self.refuses:
            raise PermissionError(5, "Access is denied")
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        if self.refuses:
            raise PermissionError(5, "Access is denied")
        self.values.pop((key, name), None)
