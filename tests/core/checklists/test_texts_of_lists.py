"""Each shipped list walked to its ends: what blocks, and every text, as golden files.

A golden file is what the texts were when somebody last read them; a change of one is
made by hand, after reading it.
"""

from pathlib import Path

import pytest

from qtdesk.core.checklists import ShopFacts
from qtdesk.core.templates import Unfilled
from tests.checking_room import ORDER, Room, order_text
from tests.core.checklists.walking import Walk, check_of, told

GOLDEN = Path(__file__).parent / "golden"
NEW = (
    "订单编号：4012345678901234567\n"
    "张三 13800138000-1234 浙江省 杭州市 余杭区 仓前街道 文一西路969号"
)
ALONE = "张三 13800138000 浙江省 杭州市 余杭区 文一西路969号"
HALF = "张三 1380013800 浙江省 杭州市 文一西路969号"
SIGNED = {"E02": "2026-11-18 15:20", "E03": "2026-11-20 09:00"}
WHOLE = {"E07": "yes", "E08": "yes", "E09": "without", "E10": "yes"}
CARED = {"A02": True, "A14": True, "A15": True}
SENT = {"A03": "shipped", "A07": "SF1234567890123", "A07b": "顺丰", "A08": True}


WALKS = {
    "CL-01": [
        Walk("normal"),
        Walk("masked", text="孙** 1*********8 上海市 浦东新区 张江镇 祖冲之路****"),
        Walk("address only", text=NEW),
        Walk("address only, no order", text=ALONE),
        Walk("parts are missing", text=HALF),
        Walk("wishes",
             {"V21__1": True, "V21__2": True, "V18": "顺丰", "V22": "袋子1个"},
             order_text(message="要顺丰，送个袋子")),
        Walk("to be collected", {"V21__1": True, "V18": "顺丰"},
             order_text(message="发顺丰到付")),
        Walk("invoice for a company",
             {"V21__1": True, "V23d": "a@example.com"},
             order_text(message="开发票 抬头：某某公司 税号：91330100MA27XXXX1X")),
        Walk("invoice on paper",
             {"V21__1": True, "V23": "paper"},
             order_text(message="开发票 抬头：某某公司 税号：91330100MA27XXXX1X")),
        Walk("urgent", {"V25": "urgent", "V25b": "2026-11-22 20:00", "V18": "中通"}),
        Walk("promised", {"V25": "day", "V25b": "2026-11-23 12:00"}),
        Walk("urgent, without a time", {"V25": "urgent"}),
        Walk("special", {"V24": "手写纸条:生日快乐", "V22": "袖套1个"}),
        Walk("difference", {"V16": "5"}),
        Walk("joined", {"V20": "merge"}, order_text(message="和上一单一起发")),
        Walk("ordered twice", {"V20": "cancel"}, order_text(message="拍重了")),
        Walk("cash on delivery", text=order_text(status="货到付款")),
        Walk("being refunded", text=order_text(status="退款中")),
        Walk("address changed", {"V27": True}, order_text(message="地址改一下")),
        Walk("agreed", {"V28": "yes"}),
        Walk("several goods", text=order_text().replace(
            f"商品：{ORDER['item']}\n{ORDER['sku']}\n数量：2\n单价：64.00",
            "商品：T恤 x1\n单价：64.00\n商品：袜子 x2\n单价：32.00")),
        Walk("whole phone", shop=ShopFacts(full_phone=True)),
    ],
    "CL-04": [
        Walk("nothing yet", text=NEW),
        Walk("half an address", CARED | {"A03": "not_printed", "A04": "remark"}, HALF),
        Walk("1 changed", CARED | {"A03": "not_printed", "A04": "remark"}, NEW),
        Walk("1 changed, more postage",
             CARED | {"A03": "not_printed", "A04": "remark", "A13": "8"}, NEW),
        Walk("1 changed, less postage",
             CARED | {"A03": "not_printed", "A04": "remark", "A13": "-8"}, NEW),
        Walk("1 anew", CARED | {"A03": "not_printed", "A04": "reorder"}, NEW),
        Walk("2 waiting",
             CARED | {"A03": "printed", "A05": True, "A06": "waiting"}, NEW),
        Walk("2 changed",
             CARED | {"A03": "printed", "A05": True, "A06": "changed"}, NEW),
        Walk("2 too late",
             CARED | {"A03": "printed", "A05": True, "A06": "too_late"}, NEW),
        Walk("3 waiting", CARED | SENT | {"A09": "waiting"}, NEW),
        Walk("3 redirected", CARED | SENT | {"A09": "redirect"}, NEW),
        Walk("3 redirected for a fee, not agreed",
             CARED | SENT | {"A09": "redirect", "A10": "12"}, NEW),
        Walk("3 redirected for a fee, agreed",
             CARED | SENT | {"A09": "redirect", "A10": "12", "A11": True}, NEW),
        Walk("3 called back", CARED | SENT | {"A09": "return"}, NEW),
        Walk("3 impossible", CARED | SENT | {"A09": "impossible"}, NEW),
        Walk("not delivered there", CARED | {"A03": "not_printed", "A04": "remark"},
             NEW, ShopFacts(unreachable={"*": ("浙江",)})),
    ],
    "CL-08": [
        Walk("nothing yet"),
        Walk("no reason, goods not seen", SIGNED | {"E04": "no_reason"}),
        Walk("no reason, whole", SIGNED | WHOLE | {"E04": "no_reason"}),
        Walk("no reason, insured", SIGNED | WHOLE | {"E04": "no_reason", "E13": True}),
        Walk("no reason, gift and invoice missing",
             SIGNED | WHOLE | {"E04": "no_reason", "E11": "no", "E12": "no"}),
        Walk("no reason, postage had been paid",
             SIGNED | WHOLE | {"E04": "no_reason", "E15": "10"}),
        Walk("no reason, late",
             SIGNED | WHOLE | {"E04": "no_reason", "E03": "2026-11-26 00:00"}),
        *(Walk(f"no reason, by law: {kind}",
               SIGNED | WHOLE | {"E04": "no_reason", "E05": kind})
          for kind in ("custom", "fresh", "digital", "press")),
        *(Walk(f"no reason, {kind}, agreed: {agreed}",
               SIGNED | WHOLE | {"E04": "no_reason", "E06": kind, "E06b": agreed})
          for kind in ("health", "activated", "flawed") for agreed in ("yes", "no")),
        Walk("no reason, agreed is not known",
             SIGNED | WHOLE | {"E04": "no_reason", "E06": "health"}),
        *(Walk(f"no reason, not whole: {part}",
               SIGNED | WHOLE | {"E04": "no_reason", part: "no"})
          for part in ("E07", "E08", "E09", "E10")),
        *(Walk(f"{reason}, no pictures", SIGNED | {"E04": reason})
          for reason in ("quality", "wrong", "short", "broken", "different")),
        *(Walk(f"{reason}, pictures seen",
               SIGNED | {"E04": reason, "E04b": True, "E15": "10"})
          for reason in ("quality", "wrong", "short", "broken", "different")),
        Walk("nothing to send back",
             SIGNED | {"E04": "short", "E04b": True, "E16": "refund", "E20": "12.50"}),
        Walk("exchange",
             SIGNED | WHOLE | {"E04": "no_reason", "E16": "exchange", "E21": "白色M"}),
        Walk("came back good",
             SIGNED | WHOLE | {"E04": "no_reason", "E18": "SF1234567890123",
                               "E19": "good", "E20": "128"}),
        Walk("came back bad",
             SIGNED | WHOLE | {"E04": "no_reason", "E18": "SF1234567890123",
                               "E19": "bad"}),
    ],
}  # fmt: skip


@pytest.mark.parametrize("checklist", WALKS)
def test_verdicts_and_texts_are_those_that_were_read(checklist: str) -> None:
    golden = (GOLDEN / f"{checklist}.txt").read_text("utf-8")
    assert told(checklist, WALKS[checklist]) == golden


@pytest.mark.parametrize("checklist", WALKS)
def test_every_text_of_the_list_is_made_in_some_walk(checklist: str) -> None:
    room = Room()
    made = {
        text.output.id
        for walk in WALKS[checklist]
        for text in room.standing(check_of(Room(walk.shop), checklist, walk)).texts
    }
    known = {output.id for output in room.checks.checklist(checklist).outputs}
    assert made == known


@pytest.mark.parametrize("checklist", WALKS)
def test_a_text_that_is_complete_has_no_brace_left(checklist: str) -> None:
    for walk in WALKS[checklist]:
        room = Room(walk.shop)
        for made in room.standing(check_of(room, checklist, walk)).texts:
            if not isinstance(made.filling, Unfilled):
                assert "{" not in made.filling.text, (walk.name, made)
                assert "None" not in made.filling.text
