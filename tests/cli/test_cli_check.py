"""`check` as a lead and a build server use it."""

from pathlib import Path

from tests.cli.conftest import BOOK, Run
from tests.png_files import png


def test_check_of_a_sound_book(run: Run, book: Path) -> None:
    ran = run("check", str(book))
    assert ran.code == 0
    assert ran.out == "no problem in 3 phrases of “小店”\n"


def test_check_names_place_and_remedy(run: Run, book: Path) -> None:
    text = book.read_text("utf-8").replace("title: 发货时间", "title:")
    book.write_text(text, "utf-8")
    ran = run("check", str(book))
    assert ran.code == 1
    fault, summary = ran.out.splitlines()
    line = book.read_text("utf-8").split("title:\n")[0].count("\n") + 1
    assert fault.startswith(f"{book}:{line}:")
    assert summary.startswith("1 problem in ")
    asked = run("check", str(book), "--json")
    assert asked.code == 1
    (problem,) = asked.json["problems"]
    assert (problem["line"], problem["fatal"]) == (line, False)
    assert problem["what"]
    assert problem["remedy"]


def test_check_of_a_book_that_cannot_be_used(run: Run, book: Path) -> None:
    book.write_text("]")
    ran = run("check", str(book))
    assert ran.code == 1
    assert ran.out.endswith("it cannot be used\n")


def test_check_of_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("check", str(tmp_path / "gone.yaml"))
    assert ran.code == 4
    assert "gone.yaml" in ran.err


def changed(book: Path, old: str, new: str) -> int:
    """Change the book; the line of what is new."""
    assert old in BOOK
    text = BOOK.replace(old, new)
    book.write_text(text, "utf-8")
    return text.split(new)[0].count("\n") + 1


def test_a_warning_is_told_and_lets_the_book_pass(run: Run, book: Path) -> None:
    line = changed(book, "亲，您好～", "亲，您好，亲要看哪一款？")
    ran = run("check", str(book))
    assert ran.code == 0
    warning, summary = ran.out.splitlines()
    assert warning == (
        f"{book}:{line}: warning: [hello] “亲” “亲” stands here more than once."
        " Say it once at most, or 您."
    )
    assert summary == "no problem and 1 warning in 3 phrases of “小店”"
    assert run("check", "--strict", str(book)).code == 1


def test_what_must_not_be_said_is_a_fault_with_its_own_line(
    run: Run, book: Path
) -> None:
    changed(book, "text: 亲，今天发货。", "variants:\n      - 在的，您说。\n      - |-")
    text = book.read_text("utf-8").replace(
        "      - |-", "      - |-\n        您好，\n        加我微信，最便宜。"
    )
    text = text.replace(
        "            variants:\n      -", "            variants:\n              -"
    )
    text = text.replace("\n      - |-", "\n              - |-")
    text = text.replace("\n        您好，", "\n                您好，")
    text = text.replace("\n        加我", "\n                加我")
    book.write_text(text, "utf-8")
    ran = run("check", str(book))
    assert ran.code == 1
    line = text[: text.index("加我微信")].count("\n") + 1
    first, second, summary = ran.out.splitlines()
    assert first.startswith(f"{book}:{line}: fault: [when] “加我微信” Platforms punish")
    assert f"{book}:{line}: fault: [when] “最便宜” → “便宜” " in second
    assert summary.startswith("2 problems in 3 phrases")


def test_findings_for_programs(run: Run, book: Path) -> None:
    line = changed(book, "亲，您好～", "这款最便宜，您好～")
    asked = run("check", str(book), "--json")
    assert asked.code == 1
    assert asked.json["problems"] == []
    (finding,) = asked.json["findings"]
    assert finding | {"what": "", "remedy": ""} == {
        "file": str(book),
        "line": line,
        "phrase": "hello",
        "text": 0,
        "start": 2,
        "kind": "wording.absolute",
        "gravity": "fault",
        "word": "最便宜",
        "better": "便宜",
        "what": "",
        "remedy": "",
    }
    assert finding["what"]
    assert finding["remedy"]


def test_the_platform_decides(run: Run, book: Path) -> None:
    changed(book, "亲，您好～", "您好，要加微信吗？")
    assert run("check", str(book), "--platform", "taobao").code == 1
    assert run("check", str(book), "--platform", "own-site").code == 0
    ran = run("check", str(book), "--platform", "moon")
    assert ran.code == 2
    assert "own-site" in ran.err


def test_a_folder_names_the_file_of_each_phrase(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    head, _, stages = BOOK.partition("stages:\n")
    (folder / "0.yaml").write_text(head, "utf-8")
    text = "stages:\n" + stages.replace("亲，您好～", "这款最便宜。")
    (folder / "1.yaml").write_text(text, "utf-8")
    ran = run("check", str(folder))
    line = text[: text.index("最便宜")].count("\n") + 1
    assert ran.out.startswith(f"{folder / '1.yaml'}:{line}: fault: [hello]")


def test_what_is_of_the_whole_book_names_the_book(run: Run, book: Path) -> None:
    changed(book, "  - key: ship\n", "  - key: review\n  - key: ship\n")
    assert run("check", str(book)).out.startswith(f"{book}: warning: The stage “评价”")


def test_check_leaves_nothing_behind(run: Run, book: Path, data: Path) -> None:
    run("check", str(book))
    assert not data.exists()


def test_pictures_and_html_are_looked_at(run: Run, book: Path) -> None:
    folder = book.parent / "pictures"
    folder.mkdir()
    (folder / "used.png").write_bytes(png())
    (folder / "old.png").write_bytes(png())
    (folder / "photo.png").write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    changed(book, "亲，您好～", "亲，您好～\n            image: pictures/used.png")
    ran = run("check", str(book))
    assert ran.code == 0
    *warnings, summary = ran.out.splitlines()
    assert [line.partition(":")[0] for line in warnings] == [
        str(folder / "old.png"),
        str(folder / "photo.png"),
    ]
    assert "2 warnings" in summary
    assert run("check", str(book), "--strict").code == 1
    line = changed(
        book, "亲，您好～", "亲，您好～\n            image: pictures/photo.png"
    )
    ran = run("check", str(book))
    assert ran.code == 1
    assert f"{book}:{line + 1}: [hello] The picture is a JPEG, not a PNG." in ran.out
    line = changed(book, "亲，您好～", "亲，您好～\n            html: <b>亲，您好～")
    ran = run("check", str(book))
    assert ran.code == 1
    assert f"{book}:{line + 1}: [hello] “<b>” stays open." in ran.out
