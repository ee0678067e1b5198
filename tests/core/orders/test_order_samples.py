"""Orders as they are copied and written, each with what is to be read in it.

`address` is province/city/district/street/detail; a field that is left out is not
compared; `has` are flags among others, `flags` are all of them; `…_starts` compares the
beginning of a value.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from qtdesk.core.orders import REPEATED, FieldName, OrderReader, Reading
from tests.core.orders.order_texts import covers_everything

SAMPLES = Path(__file__).with_name("samples")
ADDRESS = ("province", "city", "district", "street", "detail")
OTHER_KEYS = {"text", "flags", "has", "absent", "profile", "address", "address_starts"}


def samples() -> Iterator[Any]:
    for path in sorted(SAMPLES.glob("*.yaml")):
        for number, sample in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            yield pytest.param(sample, id=f"{path.stem}-{number + 1}")


def differences(sample: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """What is not as expected, by its key in the sample: expected and read."""
    found: dict[str, Any] = {}

    def compare(key: str, expected: object, read: object) -> None:
        if expected != read:
            found[key] = (expected, read)

    for key, expected in sample.items():
        if key in OTHER_KEYS:
            continue
        name = FieldName(key.removesuffix("_starts"))
        if key.endswith("_starts"):
            compare(key, expected, reading.value(name)[: len(expected)])
        elif isinstance(expected, list):
            compare(key, expected, list(reading.values(name)))
        else:
            compare(key, " ".join(expected.split()), reading.value(name))
    flags = [str(flag) for flag in reading.flags]
    address = [reading.value(FieldName(name)) for name in ADDRESS]
    if "address" in sample:
        compare("address", sample["address"], "/".join(address))
    if "address_starts" in sample:
        start = sample["address_starts"]
        compare("address_starts", start, "/".join(address)[: len(start)])
    if "flags" in sample:
        compare("flags", sample["flags"], flags)
    compare("has", [], [flag for flag in sample.get("has", ()) if flag not in flags])
    names = sample.get("absent", ())
    compare("absent", [], [name for name in names if reading.value(FieldName(name))])
    compare("profile", sample.get("profile", "cn"), reading.profile)
    return found


@pytest.mark.parametrize("sample", list(samples()))
def test_a_sample_is_read_as_expected(
    sample: dict[str, Any], reader: OrderReader
) -> None:
    reading = reader.read(sample["text"])
    covers_everything(reading)
    assert differences(sample, reading) == {}


def test_no_field_that_an_order_has_once_is_there_twice(reader: OrderReader) -> None:
    for parameters in samples():
        names = [f.name for f in reader.read(parameters.values[0]["text"]).fields]
        once = [name for name in names if name not in REPEATED]
        assert len(once) == len(set(once))
