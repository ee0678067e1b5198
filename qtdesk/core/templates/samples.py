"""What a placeholder may read like, for whoever writes a text."""

from qtdesk.core.templates.outcome import Kind, Want

_SAMPLES: dict[str, tuple[str, str]] = {
    "shop": ("小鹿家", "Deer & Co"),
    "agent": ("小云", "May"),
    "agent_id": ("07", "07"),
    "sign": ("小鹿家客服", "Deer & Co"),
    "deadline": ("18:00", "6 pm"),
    "order": ("330012345678906789", "330012345678906789"),
    "order_tail": ("6789", "6789"),
    "item": ("针织开衫", "the cardigan"),
    "sku": ("米白 M", "cream, M"),
    "qty": ("1", "1"),
    "amount": ("129", "29.00"),
    "postage_text": ("包邮", "free postage"),
    "name": ("林女士", "Ms Lin"),
    "phone_masked": ("138****5678", "138****5678"),
    "ext": ("转 1234", "ext. 1234"),
    "address_full": ("浙江省杭州市西湖区文三路 1 号", "1 Wensan Road, Hangzhou"),
    "address_short": ("杭州西湖区", "Hangzhou"),
    "courier": ("中通", "ZTO"),
    "tracking": ("75000123456789", "75000123456789"),
    "eta": ("后天", "Friday"),
    "promo": ("会员日", "Members’ Day"),
    "promo_rule": ("满 200 减 20", "20 off from 200"),
    "promo_end": ("本周日", "Sunday"),
    "coupon": ("5 元券", "a coupon for 5"),
    "gift": ("发圈", "a hair tie"),
    "ship_time": ("48 小时内", "within 48 hours"),
    "return_addr": ("杭州市余杭区 2 号仓", "warehouse 2, Hangzhou"),
    "invoice_time": ("收货后 7 天内", "within 7 days of delivery"),
    "unreachable": ("港澳台", "the islands"),
    "size": ("M", "M"),
    "height": ("165", "165"),
    "weight": ("52", "52"),
    "fit_note": ("合身", "a close fit"),
    "reason": ("仓库盘点", "a stocktaking"),
    "plan": ("今天补发", "we send it today"),
    "promise_time": ("今天 18:00", "6 pm today"),
    "lead": ("主管", "my lead"),
    "clipboard": ("（复制的内容）", "(what was copied)"),
}


def sample(want: Want, *, chinese: bool) -> str | None:
    """An answer to `want` that reads like one; what is asked freely is called so.

    None for what no placeholder is called: whoever wrote that has to see it.
    """
    if want.kind is Kind.CHOICE:
        return want.options[0]
    known = _SAMPLES.get(want.key)
    if known is not None:
        return known[0 if chinese else 1]
    if want.label == want.key:
        return None
    return want.default or want.label
