"""The outermost mapping of a YAML file, or what is wrong with the file as a whole."""

from qtdesk.core.words import Words
from qtdesk.formats.report import Report
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_faults import report_fault
from qtdesk.formats.yaml_nodes import Pairs, YamlFault, read_nodes


def read_root(data: bytes, report: Report, what: Words, remedy: Words) -> Pairs | None:
    """The mapping in `data`; None where there is none, which is reported.

    `what` and `remedy` are said of a file that is good YAML, and something else.
    """
    text = read_text(data, report)
    if text is None:
        return None
    try:
        root = read_nodes(text)
    except YamlFault as fault:
        report_fault(fault, text.split("\n"), report)
        return None
    if isinstance(root, Pairs):
        return root
    report.add(1, what, remedy, fatal=True)
    return None
