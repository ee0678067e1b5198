"""`python -m qtdesk.platforms.listen`: hear codes for the parent process."""

import sys


def main() -> int:
    """Listen until the parent goes; an exit code."""
    if sys.platform == "win32":
        from qtdesk.platforms.listener.windows import main as listen  # noqa: PLC0415
    elif sys.platform == "linux":
        from qtdesk.platforms.x11.listener import main as listen  # noqa: PLC0415
    else:
        return 1
    return listen()


if __name__ == "__main__":
    sys.exit(main())
