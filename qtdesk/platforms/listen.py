"""`python -m qtdesk.platforms.listen`: hear codes for the parent process."""

import sys


def main() -> int:
    """Listen until the parent goes; an exit code."""
    if sys.platform == "win32":
        from qtdesk.platforms.listener import windows  # noqa: PLC0415

        return windows.main()
    if sys.platform == "linux":
        from qtdesk.platforms.x11 import listener  # noqa: PLC0415

        return listener.main()
    return 1


if __name__ == "__main__":
    sys.exit(main())
