"""What a process costs the machine, as Linux counts it."""

import re
import sys
from pathlib import Path

# What the kernel promises to programs on every architecture, whatever it does inside.
_TICKS_A_SECOND = 100


def pss_mib(pid: int) -> float:
    """Memory of the process, shared pages divided among those who share them."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return _figure(text, r"^Pss:\s+(\d+) kB$") / 1024


def private_mib(pid: int) -> float:
    """Memory that would be free again if the process ended."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    clean = _figure(text, r"^Private_Clean:\s+(\d+) kB$")
    return (clean + _figure(text, r"^Private_Dirty:\s+(\d+) kB$")) / 1024


def wakeups(pid: int) -> int:
    """How often its threads have gone to sleep by themselves, and so woken up."""
    total = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        text = status.read_text(encoding="utf-8")
        total += _figure(text, r"^voluntary_ctxt_switches:\s+(\d+)$")
    return total


def cpu_seconds(pid: int) -> float:
    """Processor time that the process has used, in user and system mode."""
    # The program's name, in parentheses, may hold spaces; fields are counted after it.
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    fields = stat.rpartition(")")[2].split()
    user, system = 11, 12
    ticks = int(fields[user]) + int(fields[system])
    return ticks / _TICKS_A_SECOND


def processor_ms(pid: int) -> float:
    """The same, finer: milliseconds of all its threads that are still there."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6


def used_by_children() -> float:
    """Seconds of the processor that programs have used which we started and saw end."""
    if sys.platform == "win32":
        raise OSError("only Unix counts it")
    import resource  # noqa: PLC0415 - Windows has no such module

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _figure(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        raise LookupError(pattern)
    return int(found[1])
