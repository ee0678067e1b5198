"""Ways through the lists for what went wrong: goods, parcels, reviews, payments.

For each choice that a text depends on there is a walk with each of its answers; which
answers go together is not tried out.
"""

from datetime import datetime

from qtdesk.core.checklists import CHINA, ShopFacts
from tests.checking_room import order_text
from tests.core.checklists.walking import Walk


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of November 2026 in China."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


PLAIN = order_text(qty="1", price="128.00")
"""An order of one piece."""

CL_05 = [
    Walk("nothing known"),
    Walk("no order at all", text=""),
    Walk("with something instead", {"C03": "白色M"}),
    Walk("with a day", {"C02": "2026-11-23"}),
    Walk("with a day that is late, and something instead",
         {"C02": "2026-11-28", "C03": "白色M"}),
    Walk("with a day that is past", {"C02": "2026-11-21"}),
    Walk("the buyer was asked", given=("buyer_sorry",)),
    Walk("refund", {"C05": "refund", "C07": True}, given=("buyer_sorry",)),
    Walk("refund, noted", {"C05": "refund", "C07": True},
         given=("buyer_sorry", "remark_qh")),
    Walk("swap, for what", {"C05": "swap"}),
    Walk("swap", {"C05": "swap", "C03": "白色M"}),
    Walk("swap, past the time limit", {"C05": "swap", "C03": "白色M"}, now=at(25)),
    Walk("wait, for how long", {"C05": "wait"}),
    Walk("wait", {"C05": "wait", "C02": "2026-11-23"}),
    Walk("a part, of what", {"C05": "part"}),
    Walk("a part", {"C05": "part", "C01b": "1"}),
    Walk("a part, the rest later", {"C05": "part", "C01b": "1", "C05b": "wait",
                                    "C02": "2026-11-23"}),
    Walk("amends, not agreed", {"C05": "refund", "C06": "5"}),
    Walk("amends", {"C05": "refund", "C06": "5", "C06b": True}),
    Walk("told by phone", {"C05": "refund", "C04": "phone"}),
    Walk("told by message", {"C05": "refund", "C04": "message"}),
]  # fmt: skip

SEEN = {"B06": True, "B04": "2026-11-20 10:00"}
"""Pictures of what is wrong, and the day it came."""
GIVEN = ("ask_evidence",)
CL_02 = [
    Walk("nothing known", text=PLAIN),
    Walk("no order at all", {"B03": "short", "B06": True}, text=""),
    *(Walk(f"{kind}, by its own entry", text=PLAIN, preset=kind)
      for kind in ("short", "wrong", "broken", "quality")),
    *(Walk(f"{kind}, nothing seen", {"B03": kind}, PLAIN)
      for kind in ("colour", "size", "unwanted", "not_received", "other")),
    *(Walk(f"{kind}, seen", SEEN | {"B03": kind}, PLAIN, given=GIVEN)
      for kind in ("short", "wrong", "broken", "quality", "colour")),
    *(Walk(f"not received, {wish}",
           {"B03": "not_received", "B07": wish, "B12": "128", "B13": "11-23 18:00"},
           PLAIN, given=("soothe",))
      for wish in ("refund", "resend")),
    Walk("does not fit, exchange",
         {"B03": "size", "B04": "2026-11-20 10:00", "B06d": True,
          "B07": "exchange", "B07b": "白色XL"},
         PLAIN, given=("soothe",)),
    Walk("not wanted, may come back",
         {"B03": "unwanted", "B04": "2026-11-20 10:00", "B06d": True}, PLAIN,
         given=("soothe",)),
    Walk("not wanted, late", {"B03": "unwanted", "B04": "2026-11-10 10:00"}, PLAIN),
    *(Walk(f"faulty, {wish}",
           SEEN | {"B03": "quality", "B07": wish, "B12": "20", "B13": "11-23 18:00"},
           PLAIN, given=GIVEN)
      for wish in ("refund", "exchange", "resend", "difference", "repair")),
    Walk("other, its own plan",
         {"B03": "other", "B07": "difference", "B12": "3.50", "B13": "11-23 18:00",
          "B10": "运费险没赔到的部分退您3.5元"}, PLAIN),
    *(Walk(f"checked by {way}", SEEN | {"B03": "short", "B08": way}, PLAIN)
      for way in ("warehouse", "courier", "test")),
    *(Walk(f"the part of {whose}", SEEN | {"B03": "quality", "B09": whose}, PLAIN)
      for whose in ("shop", "warehouse", "courier", "maker", "buyer")),
    Walk("postage against the buyer",
         SEEN | {"B03": "wrong", "B11": "buyer"}, PLAIN),
    Walk("the buyer's own doing",
         SEEN | {"B03": "broken", "B07": "return", "B09": "buyer", "B11": "buyer"},
         PLAIN),
    Walk("too many pieces", SEEN | {"B03": "short", "B06c": "2"}, PLAIN),
    Walk("too much money",
         SEEN | {"B03": "short", "B07": "refund", "B12": "129", "B13": "11-23 18:00"},
         PLAIN),
    Walk("promised for yesterday",
         SEEN | {"B03": "short", "B13": "2026-11-21 18:00"}, PLAIN),
    Walk("broken, to be claimed",
         SEEN | {"B03": "broken", "B17": "SF1234567890123"}, PLAIN),
    Walk("accepted", SEEN | {"B03": "short", "B14": "yes"}, PLAIN, given=GIVEN),
    Walk("accepted, days later", SEEN | {"B03": "short", "B14": "yes"}, PLAIN,
         given=(*GIVEN, "buyer_plan", "buyer_done"), now=at(25, 10)),
    Walk("asked again", SEEN | {"B03": "short", "B14": "yes"}, PLAIN,
         given=(*GIVEN, "buyer_plan", "buyer_done", "call_back"), now=at(25, 10)),
    Walk("refused", SEEN | {"B03": "short", "B14": "no"}, PLAIN, given=GIVEN),
    Walk("refused, handed on",
         SEEN | {"B03": "short", "B14": "no", "B14c": "11-22 20:00"}, PLAIN,
         given=GIVEN),
]  # fmt: skip

PARCEL = order_text(qty="1", price="128.00") + "\n快递单号：SF1234567890123"
STATES = ("not_collected", "stuck", "astray", "failed", "pickup", "signed", "lost",
          "broken", "returning", "held")  # fmt: skip
ON_ITS_WAY = {"D02": "顺丰", "D04": "2026-11-20 08:30"}
CL_06 = [
    Walk("nothing known", text=""),
    Walk("a parcel", text=PARCEL),
    *(Walk(state, ON_ITS_WAY | {"D03": state}, PARCEL) for state in STATES),
    *(Walk(f"{case}, by its own entry", ON_ITS_WAY, PARCEL, preset=case)
      for case in ("stuck", "signed", "lost")),
    Walk("signed, by whom", ON_ITS_WAY | {"D03": "signed", "D07": "本人 菜鸟驿站"},
         PARCEL),
    *(Walk(f"stuck, {plan}", ON_ITS_WAY | {"D03": "stuck", "D09": plan}, PARCEL)
      for plan in ("resend", "refund", "redirect", "claim")),
    *(Walk(f"{state}, sent again",
           ON_ITS_WAY | {"D03": state, "D09": "resend"}, PARCEL)
      for state in ("lost", "broken", "returning", "not_collected")),
    Walk("lost, only asked", ON_ITS_WAY | {"D03": "lost", "D09": "urge"}, PARCEL),
    Walk("signed, redirected",
         ON_ITS_WAY | {"D03": "signed", "D09": "redirect"}, PARCEL),
    Walk("not stuck yet",
         ON_ITS_WAY | {"D03": "stuck", "D04": "2026-11-21 10:00"}, PARCEL),
    Walk("asked", ON_ITS_WAY | {"D03": "stuck", "D05b": "88012"}, PARCEL,
         given=("buyer_asked", "courier_message")),
    Walk("news that were promised are due", ON_ITS_WAY | {"D03": "stuck"}, PARCEL,
         given=("buyer_asked", "courier_message"), now=at(23, 18, 1)),
    Walk("news", ON_ITS_WAY | {"D03": "stuck", "D11": "今天已经从武汉中转场发出"},
         PARCEL, given=("buyer_asked", "courier_message"), now=at(23, 15)),
    Walk("news, late", ON_ITS_WAY | {"D03": "stuck", "D11": "明天会派送"},
         PARCEL, given=("buyer_asked", "courier_message"), now=at(23, 20)),
    Walk("news that blame", ON_ITS_WAY | {"D03": "stuck", "D11": "这是快递的问题"},
         PARCEL),
    Walk("promised for yesterday",
         ON_ITS_WAY | {"D03": "stuck", "D08": "2026-11-21 18:00"}, PARCEL),
]  # fmt: skip

BAD = {"F01": "领口开线了", "F02": "bad"}
CAUSES = ("quality", "size_colour", "logistics", "service", "price", "expectation")
FOUND = BAD | {"F05": "quality", "F05b": "这批领口的线没有锁好", "F06": "ours"}
SOLVED = FOUND | {"F07": "exchange"}
CL_03 = [
    Walk("nothing known"),
    *(Walk(f"a {level} one", {"F02": level}) for level in ("bad", "neutral", "added")),
    Walk("no order at all", BAD, text=""),
    *(Walk(f"malicious: {kind}",
           {"F02": "bad", "F03": kind, "F12": True, "F13": True, "F14": True})
      for kind in ("extortion", "rival", "advert")),
    Walk("malicious, no proof", {"F02": "bad", "F03": "rival"}),
    *(Walk(f"the cause: {cause}",
           BAD | {"F05": cause, "F05b": "仓库漏检了这一件", "F06": "ours",
                  "F07": "resend"},
           given=("step_1", "step_2")) for cause in CAUSES),
    *(Walk(f"whose part: {position}", FOUND | {"F06": position},
           given=("step_1", "step_2")) for position in ("ours", "way", "page", "open")),
    *(Walk(f"solved by {way}", FOUND | {"F07": way, "F07b": "15"})
      for way in ("return", "exchange", "resend", "part", "repair", "guide")),
    Walk("a part of nothing", FOUND | {"F07": "part"}),
    *(Walk(f"handed to {who}", SOLVED | {"F11": who})
      for who in ("lead", "warehouse", "goods")),
    Walk("all steps taken", SOLVED,
         given=tuple(f"step_{number}" for number in range(1, 7))),
    Walk("what was found blames", FOUND | {"F05b": "都是快递弄坏的", "F07": "resend"}),
    Walk("what was found bargains",
         FOUND | {"F05b": "改好评给您返10元", "F07": "part", "F07b": "10"}),
    Walk("the answer tells who", SOLVED | {"F10": "陈静您好，已给13800138005退款"}),
    Walk("the answer bargains", SOLVED | {"F10": "修改评价后退您20元"}),
    Walk("the answer blames", SOLVED | {"F10": "都是快递的问题，不是我们的错"}),
    Walk("promised for yesterday", SOLVED | {"F07c": "2026-11-21 18:00"}),
]  # fmt: skip

TAKEN = {"G03": "衣服穿一次就开线，客服还不理人", "G05": "quality"}
DECIDED = TAKEN | {"G09": "给您换一件新的，今天寄出，运费我们承担"}
CL_07 = [
    Walk("nothing known"),
    Walk("no order at all", TAKEN, text=""),
    *(Walk(f"about {kind}", TAKEN | {"G05": kind})
      for kind in ("quality", "logistics", "service", "price", "claims", "privacy",
                   "other")),
    *(Walk(f"came by {channel}", TAKEN | {"G02": channel})
      for channel in ("phone", "platform", "authority", "public")),
    *(Walk(f"grave: {matter}", TAKEN | {"G06b": matter})
      for matter in ("safety", "health", "amount")),
    Walk("grave, and taken lightly", TAKEN | {"G06b": "safety", "G06": "normal"}),
    Walk("handed to a lead of its own", TAKEN | {"G06": "important", "G07": "王主管"}),
    Walk("promised too late", TAKEN | {"G08": "2026-11-24 12:00"}),
    Walk("promised for yesterday", TAKEN | {"G08": "2026-11-21 12:00"}),
    Walk("overdue", TAKEN, given=("taken",), now=at(23, 16, 6)),
    Walk("decided", DECIDED, given=("taken",)),
    Walk("decided, blames", TAKEN | {"G09": "查过了，是快递的问题"}),
    Walk("decided, bargains", TAKEN | {"G09": "您撤诉后给您退20元"}),
    Walk("not agreed", DECIDED | {"G10": "no"}, given=("taken", "result")),
    Walk("not agreed, once more",
         DECIDED | {"G10": "no", "G10b": "2026-11-23 12:00"},
         given=("taken", "result")),
    Walk("not agreed, important",
         DECIDED | {"G06": "important", "G10": "no", "G10b": "2026-11-22 18:00"},
         given=("taken", "result")),
    Walk("agreed", DECIDED | {"G10": "yes"}, given=("taken", "result")),
    Walk("agreed, days later", DECIDED | {"G10": "yes"},
         given=("taken", "result", "done"), now=at(24, 10)),
    Walk("asked again", DECIDED | {"G10": "yes"},
         given=("taken", "result", "done", "call_back"), now=at(24, 10)),
]  # fmt: skip

UNPAID = order_text(qty="1", price="128.00", time="2026-11-22 15:20:00", status="")
REASONS = ("compare", "coupon", "how", "forgot", "size", "mistake")
CL_09 = [
    Walk("not looked yet", text=UNPAID),
    Walk("no order at all", {"J03": True}, text=""),
    *(Walk(f"reminder {earlier + 1}, {pace}",
           {"J03": True, "J04b": "2026-11-23 15:20"} if pace != "letter"
           else {"J03": True},
           UNPAID, earlier=earlier, preset=pace, begun=now, now=now)
      for pace, times in (
          ("quick", (at(22, 15, 50), at(22, 16, 20), at(22, 17, 20))),
          ("medium", (at(22, 17, 20), at(22, 20), at(23, 13, 20))),
          ("letter", (at(25, 15, 20), at(29, 15, 20), at(30, 9))))
      for earlier, now in enumerate(times)),
    Walk("the last one, when does it close", {"J03": True}, UNPAID, earlier=2),
    *(Walk(f"{reason}, reminder {earlier + 1}", {"J03": True, "J02": reason},
           UNPAID, earlier=earlier)
      for reason in REASONS for earlier in (0, 2)),
    Walk("too early", {"J03": True}, UNPAID, now=at(22, 15, 49)),
    Walk("at night", {"J03": True}, UNPAID, now=at(22, 22)),
    Walk("a fourth one", text=UNPAID, earlier=3),
    Walk("a fourth one all the same", {"J03": True, "J08": "go_on"}, UNPAID,
         earlier=3),
    Walk("reminded", {"J03": True}, UNPAID, given=("remind_1",)),
    Walk("reminded late in the evening", {"J03": True},
         order_text(time="2026-11-22 21:10:00"), given=("remind_1",),
         begun=at(22, 21, 45), now=at(22, 21, 45)),
    Walk("reminded for the last time", {"J03": True}, UNPAID, earlier=2,
         given=("remind_3",)),
    Walk("the last letter was sent", {"J03": True}, UNPAID, earlier=2,
         preset="letter", given=("letter_3",), begun=at(30, 9), now=at(30, 9)),
    *(Walk(f"the result: {result}", {"J08": result, "J02": "coupon"}, UNPAID,
           earlier=1)
      for result in ("paid", "cancelled", "no_more")),
]  # fmt: skip

PROMISED = {"L04": "orders", "L05": "2026-11-24 09:00"}
CL_21 = [
    Walk("nothing known", text=PLAIN),
    Walk("no order at all", PROMISED, text=""),
    *(Walk(f"because: {reason}", PROMISED | {"L04": reason}, PLAIN)
      for reason in ("stock", "orders", "warehouse", "weather", "courier", "other")),
    Walk("beyond the time limit", PROMISED | {"L05": "2026-11-26 18:00"}, PLAIN),
    Walk("late already", PROMISED | {"L05": "2026-11-26 18:00"}, PLAIN,
         begun=at(25, 9), now=at(25, 9)),
    Walk("late again", PROMISED | {"L05": "2026-11-26 18:00"}, PLAIN,
         given=("buyer_sorry",), begun=at(25, 9), now=at(26, 18, 1)),
    Walk("with a known compensation", PROMISED | {"L05": "2026-11-26 18:00"}, PLAIN,
         ShopFacts(platform="example-2017"), begun=at(26, 9), now=at(26, 9)),
    Walk("presale", PROMISED, order_text(item="预售 羽绒服", qty="1", price="128.00")),
    Walk("promised for yesterday", PROMISED | {"L05": "2026-11-21 18:00"}, PLAIN),
    Walk("amends, not agreed", PROMISED | {"L07": "5"}, PLAIN),
    Walk("amends", PROMISED | {"L07": "5", "L07b": True}, PLAIN),
    Walk("waits", PROMISED | {"L08": "wait"}, PLAIN, given=("buyer_sorry",)),
    Walk("waits, noted", PROMISED | {"L08": "wait"}, PLAIN,
         given=("buyer_sorry", "remark_yc")),
    Walk("refund", {"L04": "stock", "L08": "refund"}, PLAIN),
]  # fmt: skip

COD = order_text(qty="1", price="128.00", status="货到付款")
CL_12 = [
    Walk("nothing known", text=COD),
    Walk("no order at all", text=""),
    Walk("no fee", {"N02": "0"}, COD),
    Walk("a fee", {"N02": "6"}, COD),
    Walk("asked", {"N02": "6"}, COD, given=("ask",)),
    *(Walk(f"answers {answer}", {"N02": "6", "N03": answer, "N04": "yes"}, COD,
           given=("ask",)) for answer in ("yes", "online", "cancel")),
    Walk("agrees, nothing to pay on top", {"N02": "0", "N03": "yes", "N04": "yes"},
         COD, given=("ask", "remark_hd")),
    *(Walk(f"agrees, phone: {phone}", {"N02": "6", "N03": "yes", "N04": phone}, COD,
           given=("ask",)) for phone in ("no", "wrong")),
]  # fmt: skip

TWICE = {"M03": "twice", "M02": "4012345678901239999"}
WRONG = {"M03": "wrong"}
CALLED_BACK = {"M04": "shipped", "M08": "SF1234567890123"}
CL_22 = [
    Walk("nothing known", text=PLAIN),
    Walk("twice, which", text=PLAIN, preset="twice"),
    Walk("twice", TWICE, PLAIN),
    Walk("twice, the same number", TWICE | {"M02": "4012345678901234567"}, PLAIN),
    Walk("twice, an odd number", TWICE | {"M02": "12345"}, PLAIN),
    Walk("twice, B goes", TWICE | {"M07": "cancel", "M04": "not_printed"}, PLAIN),
    Walk("twice, A goes",
         TWICE | {"M07": "cancel", "M04": "not_printed", "M05": "second"}, PLAIN),
    *(Walk(f"twice, B goes, printed, stopped: {stopped}",
           TWICE | {"M07": "cancel", "M04": "printed", "M09": stopped}, PLAIN)
      for stopped in ("waiting", "yes", "no")),
    *(Walk(f"twice, B goes, shipped, stopped: {stopped}",
           TWICE | CALLED_BACK | {"M07": "cancel", "M09": stopped}, PLAIN)
      for stopped in ("waiting", "yes", "no")),
    Walk("twice, asked to stop it", TWICE | {"M07": "cancel", "M04": "printed"}, PLAIN,
         given=("buyer_waiting", "remark_cx")),
    *(Walk(f"both, {way}", TWICE | {"M07": way}, PLAIN) for way in ("merge", "apart")),
    Walk("wrong", text=PLAIN, preset="wrong"),
    *(Walk(f"wrong, changed, {state}",
           WRONG | {"M07": "change", "M06": "白色M", "M04": state}, PLAIN)
      for state in ("not_printed", "printed", "shipped")),
    Walk("wrong, anew", WRONG | {"M07": "reorder", "M04": "not_printed"}, PLAIN),
    Walk("wrong, anew, shipped", WRONG | CALLED_BACK | {"M07": "reorder"}, PLAIN),
    Walk("wrong, anew, noted", WRONG | {"M07": "reorder", "M04": "not_printed"}, PLAIN,
         given=("buyer_reorder", "remark_cx")),
    Walk("dealt with before", TWICE, PLAIN, earlier=1),
]  # fmt: skip

WALKS = {
    "CL-02": CL_02,
    "CL-03": CL_03,
    "CL-05": CL_05,
    "CL-06": CL_06,
    "CL-07": CL_07,
    "CL-09": CL_09,
    "CL-12": CL_12,
    "CL-21": CL_21,
    "CL-22": CL_22,
}
