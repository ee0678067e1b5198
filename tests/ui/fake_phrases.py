"""A few dozen phrases as a shop has them: several lines, emoji, long titles, blanks."""

from qtdesk.core.phrases import Phrase, Stage

STAGES = tuple(
    Stage(key, title)
    for key, title in (
        ("greet", "招呼"),
        ("ask", "询问"),
        ("recommend", "推荐"),
        ("answer", "解答"),
        ("bargain", "议价"),
        ("pay", "支付"),
        ("verify", "核实"),
        ("ship", "物流"),
        ("after", "售后"),
        ("review", "评价"),
        ("complaint", "投诉"),
        ("farewell", "道别"),
        ("follow", "跟进"),
    )
)

_TABLE = """
greet|hi|您好，欢迎光临|亲，您好，欢迎光临小鹿家女装～\\n有什么可以帮您？
greet|hiy|夜间问候|亲，夜里好🌙 值班客服在，您请说
ask|cm|问身高体重|亲，方便说一下身高和体重吗？我按尺码表给您推荐
recommend|tj|推荐尺码|按您的身高体重，建议 {尺码}，穿着会比较合身
recommend|dp|搭配 · 半身裙|这件上衣配店里的 A 字半身裙最好看👗 两件一起拍有满减
answer|fhsj|发货时间 · 现货|亲，现货订单付款后 48 小时内发出，\
今天 16:00 前付款的今天就能安排上～\\n\
发出后物流单号会自动更新在订单里，您随时可以看。
answer|fhys|发货时间 · 预售|这款是预售，预计 {发货日} 发出，到点我第一时间给您单号
answer|dcfh|大促发货时间|活动期间订单多，会按付款顺序发，最晚 {最晚发货} 前发出
answer|cz|面料 · 成分|面料是 95% 棉 + 5% 氨纶\\n\\n\
洗涤建议：\\n1. 冷水手洗\\n2. 不可漂白\\n3. 平铺晾干\\n4. 中温熨烫
answer|dx|发货从哪里发|亲，我们从浙江杭州仓发货📦，江浙沪一般次日到
bargain|yj|不议价|亲，已经是活动价啦，实在没法再少；关注店铺可以领 5 元券哦
bargain|mz|满赠说明|满 199 送发圈，满 299 送帆布袋，赠品随单发货
pay|fk|付款提醒|亲，订单还没付款，库存不多，付款后我马上给您安排发货
pay|hb|花呗分期|支持花呗 3、6、12 期，下单时选择就可以
verify|hd|核对地址|亲，跟您核对一下收货信息：\\n\
收件人：{收件人}\\n电话：{电话}\\n地址：{地址}\\n没问题的话我就安排发货啦～
verify|hdc|只核尺码|您拍的是 {颜色} {尺码}，确认一下哦
ship|cfh|催发货，给出时间|抱歉让您久等，我已经催仓库，{承诺时间} 前给您准信
ship|ycfh|延迟发货致歉 · 新时间|\
您的订单晚了，是我们没安排好。最新时间是 {新时间}，您愿意等吗？
ship|wl|物流停滞三天以上，已联系快递核实并承诺当天给出结果的安抚话术|\
亲，看到物流三天没更新了，我现在联系快递核实，今天下班前给您结果
ship|kd|能不能指定快递|默认发中通，偏远地区发邮政；需要顺丰可以补 8 元
after|th|七天无理由退货|亲，签收 7 天内、不影响二次销售可以退，运费险会赔付运费
after|hh|换货流程|申请换货 → 寄回 → 收到后当天发货换新
after|zl|质量问题|非常抱歉😣 麻烦拍一下问题的位置，我马上给您处理
review|hp|邀请评价|亲，收到满意的话给个 5 星好评哦⭐️⭐️⭐️⭐️⭐️
complaint|ts|投诉安抚|您的心情我完全理解，这件事我跟到底，{时间} 前一定给您答复
farewell|bye|道别 · 已成交|订单已安排，感谢信任，有任何问题随时找我
farewell|byn|道别 · 未成交|没关系的亲，喜欢先收藏，有需要随时来
follow|gj|到货跟进|亲，昨天到的衣服试了吗？尺码合不合适？
"""


def _phrases() -> tuple[Phrase, ...]:
    made = []
    for line in _TABLE.strip().splitlines():
        stage, code, title, text = line.split("|")
        plain = text.replace("\\n", "\n")
        made.append(Phrase("shop", code, stage, stage, title, (plain,), code=code))
    return tuple(made)


PHRASES = _phrases()


def many(count: int) -> tuple[Phrase, ...]:
    """Enough phrases for an answer that has to leave some out."""
    return tuple(
        Phrase("big", f"p{n}", "answer", "", f"话术 {n}", (f"第 {n} 条",), code=f"p{n}")
        for n in range(count)
    )
