"""Ways through the lists of shifts, leads, newcomers, visits and lost enquiries.

For each choice that a text depends on there is a walk with each of its answers; which
answers go together is not tried out.
"""

from datetime import datetime

from qtdesk.core.checklists import CHINA, ShopFacts
from tests.checking_room import order_text
from tests.core.checklists.walking import Walk


def at(day: int, hour: int = 16, minute: int = 5) -> datetime:
    """A moment of November 2026 in China."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


MORNING = at(22, 8, 50)
KNOWN = {"K04": "plain", "K05": "2026-11-20 15:20"}
BAD = KNOWN | {"K08": "no", "K10": "领口有点紧"}
SAID = {"R01": "taobao", "R02": "before", "R04": "送礼的围巾"}

CL_00 = [
    Walk("nothing yet"),
    *(Walk(f"by {platform}", SAID | {"R01": platform, "R07": "deal"})
      for platform in ("taobao", "pdd", "jd", "douyin", "wechat", "other")),
    *(Walk(f"about {matter}", SAID | {"R02": matter, "R07": "solved"})
      for matter in ("before", "order", "delivery", "after", "complaint", "other")),
    Walk("the shop's platform is known", shop=ShopFacts(platform="taobao"),
         answers={"R02": "order", "R04": "改备注", "R07": "deal"}),
    Walk("with wishes", SAID | {"R03": "云朵", "R05": "200", "R06": "160厘米",
                                "R07": "deal"}),
    Walk("lost", SAID | {"R07": "lost"}),
    Walk("passed on, to whom", SAID | {"R07": "passed"}),
    Walk("passed on", SAID | {"R03": "云朵", "R07": "passed", "R08": "售后小张"}),
    Walk("passed on with a time",
         SAID | {"R07": "passed", "R08": "售后小张", "R09": "2026-11-22 17:00"}),
    Walk("waiting", SAID | {"R07": "waiting"}),
    Walk("waiting until tomorrow",
         SAID | {"R07": "waiting", "R09": "2026-11-23 10:00"}),
    Walk("waiting, past", SAID | {"R07": "waiting", "R09": "2026-11-22 15:00"}),
]  # fmt: skip

CL_13 = [
    Walk("nothing yet"),
    Walk("nothing known of an order", KNOWN, text=""),
    Walk("to be asked", KNOWN),
    Walk("to be asked by phone", KNOWN | {"K07": "phone"}),
    *(Walk(f"by {how}", KNOWN | {"K07": how, "K08": "yes", "K13": True})
      for how in ("online", "phone", "message", "mail", "on_site")),
    *(Walk(f"{level}", KNOWN | {"K04": level, "K08": "yes", "K13": True})
      for level in ("plain", "regular", "vip")),
    Walk("too late", KNOWN | {"K05": "2026-11-18 10:00"}),
    Walk("not received yet", KNOWN | {"K05": "2026-11-25"}),
    Walk("at night", KNOWN, begun=at(22, 22), now=at(22, 22)),
    Walk("satisfied, advice", KNOWN | {"K08": "yes", "K10": "包装可以小一点",
                                       "K13": True}),
    Walk("so so, of what", KNOWN | {"K08": "fair"}),
    *(Walk(f"not satisfied with {what}",
           BAD | {"K09": what, "K11": "noted", "K13": True})
      for what in ("quality", "size", "delivery", "service", "price", "other")),
    *(Walk(f"not satisfied, {done}", BAD | {"K09": "size", "K11": done, "K13": True})
      for done in ("noted", "after", "complaint")),
    Walk("no answer", KNOWN | {"K08": "silent", "K13": True}),
    Walk("again, on a day that is past",
         KNOWN | {"K08": "silent", "K12": "2026-11-20", "K13": True}),
]  # fmt: skip

REASONS = ("price", "service", "stock", "size", "slow", "postage", "compare", "silent")
CL_14 = [
    Walk("nothing yet", text=""),
    *(Walk(reason, {"L01": reason}) for reason in REASONS),
    Walk("other, which", {"L01": "other"}),
    Walk("other", {"L01": "other", "L02": "想到店看"}),
    Walk("a known one", {"L01": "price", "L03": "old"}),
    Walk("to be told", {"L01": "price", "L05": "云朵", "L04": "围巾", "L06": "yes"}),
    Walk("to be told, whom", {"L01": "price", "L06": "yes"}),
    Walk(
        "to be told on a day that is past",
        {"L01": "price", "L05": "云朵", "L06": "yes", "L07": "2026-11-20"},
    ),
]

CL_15 = [
    Walk("nothing yet", text=""),
    Walk("all of it", {f"G0{n}": True for n in range(1, 9)}),
]

SENT = order_text() + "\n退回单号：SF1234567890123"
CL_16 = [
    Walk("nothing yet"),
    Walk("no order", text=""),
    *(Walk(scope, {"M02": scope}) for scope in ("not_received", "keep")),
    Walk("1", {"M03": "apply"}),
    Walk("2", {"M03": "agree"}),
    Walk("2, the shop has told no address", {"M03": "agree"}, shop=ShopFacts()),
    Walk("3, without a number", {"M03": "sent"}),
    Walk("3", {"M03": "sent", "M05": "SF1234567890123"}),
    Walk("4", {"M03": "paid"}),
    Walk("4, how much", {"M03": "paid", "M06": "128"}),
    Walk("4, the goods are not whole", {"M03": "paid", "M07": "bad"}),
    Walk("4, the goods are whole", {"M03": "paid", "M07": "good"}),
    Walk("5", {"M03": "where", "M06": "128"}),
]

OPENED = {f"N1{n}": True for n in range(7)}
CLOSED = {"N20": "0", "N21": True, "N22": "none", "N24": True, "N25": True,
          "N26": True, "N27": "done"}  # fmt: skip
CL_17 = [
    Walk("opening, nothing yet", begun=MORNING, now=MORNING),
    Walk("opening", OPENED, begun=MORNING, now=MORNING),
    Walk("opening, something to heed", OPENED | {"N17": "晚八点大促"}, begun=MORNING,
         now=MORNING),
    Walk("opening in the evening", OPENED | {"N01": "open"}),
    Walk("closing, nothing yet"),
    Walk("closing", CLOSED),
    Walk("closing, somebody waits", CLOSED | {"N20": "3"}),
    Walk("closing, an error is open", CLOSED | {"N22": "open"}),
    Walk("closing, an error was mended", CLOSED | {"N22": "mended"}),
    Walk("closing, which error", CLOSED | {"N22": "mended", "N23": "发货时间说错"}),
    Walk("closing, nobody follows", CLOSED | {"N27": "nobody"}),
    Walk("closing, not handed over", CLOSED | {"N27": "open"}),
]  # fmt: skip

LAST = {"P01": "better"}
TALKS = {f"P1{n}": "10" for n in range(1, 9)}
ORDERS = {"P20": "5"} | {f"P2{n}": "5" for n in range(1, 10)}
NONE = {"P20": "0", "P30": "0", "P60": "no"}
DONE = {"P70": "备注模板贴在屏幕边", "P71": "小王"}
REVIEW = LAST | TALKS | NONE | DONE
FIVE = {f"P6{n}": "good" for n in range(1, 6)}
CL_18 = [
    Walk("nothing yet", text=""),
    Walk("all well", REVIEW),
    *(Walk(f"last week: {result}", REVIEW | {"P01": result})
      for result in ("same", "worse", "none")),
    Walk("last week, why", REVIEW | {"P01": "same", "P02": "改了没人用"}),
    Walk("nobody said a word right", REVIEW | dict.fromkeys(TALKS, "0")),
    Walk("seven of ten is weak, eight is not", REVIEW | {"P13": "7", "P16": "8"}),
    Walk("too many", REVIEW | {"P13": "11"}),
    Walk("half a talk", REVIEW | {"P13": "2.5"}),
    Walk("four talks of one agent", REVIEW | dict.fromkeys(TALKS, "3")
         | {"P09": "小李", "P10": "4"}),
    Walk("orders, too", REVIEW | ORDERS | {"P25": "3"}),
    Walk("orders, not yet all", REVIEW | {"P20": "5"}),
    *(Walk(f"lost by {reason}", REVIEW | {"P30": "12", "P31": reason, "P32": reason})
      for reason in (*REASONS, "other")),
    Walk("lost, and why known ones were",
         REVIEW | {"P30": "12", "P31": "price", "P32": "size", "P33": "没券了"}),
    Walk("of phrases", REVIEW | {"P40": "在吗", "P41": "以旧换新", "P42": "圣诞",
                                 "P43": "催付2", "P44": "改地址没截住"}),
    Walk("the five questions", REVIEW | {"P60": "yes"}),
    Walk("all five are good", REVIEW | {"P60": "yes"} | FIVE),
    Walk("some are fair and bad", REVIEW | {"P60": "yes"} | FIVE
         | {"P62": "fair", "P63": "bad", "P66": "您看可以吗"}),
    *(Walk(f"all five are {mark}", REVIEW | {"P60": "yes"} | dict.fromkeys(FIVE, mark))
      for mark in ("fair", "bad")),
    Walk("to be looked at today", REVIEW | {"P72": "2026-11-22"}),
]  # fmt: skip

TAUGHT = ("Q10", "Q11", "Q12", "Q13", "Q14", "Q21", "Q22", "Q33")
SCORES = {"Q15": "92", "Q20": "6", "Q30": "9", "Q31": "5", "Q32": "5"}
LEARNT = {"Q01": "小林", "Q02": "小王"} | SCORES | dict.fromkeys(TAUGHT, True)
CL_19 = [
    Walk("nothing yet", text=""),
    Walk("passed", LEARNT),
    Walk("passed by a hair, types slowly",
         LEARNT | {"Q15": "80", "Q30": "8", "Q23": "60"}),
    Walk("passed, with praise", LEARNT | {"Q43": "安抚得很稳"}),
    Walk("just below", LEARNT | {"Q15": "79", "Q30": "7"}),
    Walk("nothing is enough",
         LEARNT | {"Q15": "0", "Q20": "0", "Q30": "0", "Q31": "0", "Q32": "0",
                   "Q41": "全部"}),
    Walk("trained again", LEARNT | {"Q32": "4", "Q41": "核对订单"}),
    Walk("more than there are", LEARNT | {"Q20": "7", "Q30": "11", "Q31": "6"}),
]  # fmt: skip

PROMO = {"S01": "双12", "S02": "2026-12-12 00:00", "S03": "2026-12-13 00:00",
         "S04": "满300减40", "S05": "no", "S11": "no", "S13": True, "S20": "14",
         "S21": True, "S22": True, "S23": True, "S30": "320", "S31": "280",
         "S32": "280.00", "S40": "3.4", "S41": True, "S42": True}  # fmt: skip
CL_20 = [
    Walk("nothing yet", text=""),
    Walk("ready", PROMO),
    Walk("with other offers", PROMO | {"S05": "yes"}),
    Walk("with some, which", PROMO | {"S05": "some"}),
    Walk("with some", PROMO | {"S05": "some", "S05b": "会员95折", "S06": "袖套1个"}),
    Walk("the price is kept, how long", PROMO | {"S11": "yes"}),
    Walk("the price is kept", PROMO | {"S11": "yes", "S12": "15"}),
    Walk("the checkout says otherwise", PROMO | {"S32": "300"}),
    Walk("nothing is cheaper", PROMO | {"S31": "320", "S32": "320"}),
    Walk("it ends before it begins", PROMO | {"S03": "2026-12-11"}),
    Walk(
        "it has begun, and is long", PROMO | {"S02": "2026-11-20", "S03": "2026-12-31"}
    ),
    Walk("it is over", PROMO | {"S02": "2026-11-20", "S03": "2026-11-21"}),
    Walk("shipped later than the rule", PROMO | {"S10": "72"}),
    Walk("no phrase was changed", PROMO | {"S20": "0"}),
]

WALKS = {
    "CL-00": CL_00,
    "CL-13": CL_13,
    "CL-14": CL_14,
    "CL-15": CL_15,
    "CL-16": CL_16,
    "CL-17": CL_17,
    "CL-18": CL_18,
    "CL-19": CL_19,
    "CL-20": CL_20,
}
