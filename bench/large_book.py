"""A phrasebook of any size, the same each time, that looks like a real one."""

import itertools
from collections.abc import Iterator
from pathlib import Path

_STAGES = (
    *("greet", "ask", "recommend", "answer", "bargain", "pay", "verify"),
    *("ship", "after", "review", "complaint", "farewell", "follow"),
)
_PEOPLE = ("亲", "您好", "亲爱的", "这位朋友")
_TOPICS = (
    *("催发货", "改地址", "查物流", "退换货", "补发票", "问尺码", "问材质", "讲价"),
    *("优惠券", "赠品", "预售", "缺货", "质量问题", "色差", "安装", "保修", "运费"),
)
_THINGS = (
    *("连衣裙", "保温杯", "电饭锅", "蓝牙耳机", "儿童书包", "羽绒服", "台灯", "床单"),
    *("茶叶", "行李箱", "运动鞋", "充电宝", "面膜", "拖把", "手机壳", "窗帘"),
)
_ANSWERS = (
    "这边帮您查了一下，预计今天下午四点前处理好，处理完第一时间告诉您",
    "仓库已经在打包了，48 小时内一定发出，发出后您能看到物流信息",
    "支持七天无理由退换，吊牌不要剪，运费险已经帮您买好了",
    "参数和详情页一致，有任何问题随时联系我，不让您吃亏",
    "这个价格已经是活动价，满 199 再减 20，还送一份小礼物",
)
_SITUATION_SIZE = 20


def write_large_book(path: Path, phrases: int = 10_000) -> Path:
    """Write the book to `path`; equal sizes give equal bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(phrases))
    return path


def _lines(phrases: int) -> Iterator[str]:
    yield "id: bench\ntitle: 测量用话术\nlocale: zh-CN\nversion: '1'\nstages:\n"
    numbers = iter(range(phrases))
    share = -(-phrases // len(_STAGES))
    for stage in _STAGES:
        yield f"- key: {stage}\n  situations:\n"
        own = itertools.islice(numbers, share)
        for situation in itertools.count():
            batch = list(itertools.islice(own, _SITUATION_SIZE))
            if not batch:
                break
            yield f"  - title: 场景 {situation}\n    phrases:\n"
            yield from map(_phrase, batch)


def _phrase(number: int) -> str:
    topic = _TOPICS[number % len(_TOPICS)]
    thing = _THINGS[number // len(_TOPICS) % len(_THINGS)]
    person = _PEOPLE[number % len(_PEOPLE)]
    answer = _ANSWERS[number // 7 % len(_ANSWERS)]
    return (
        f"    - id: p{number}\n"
        f"      title: {topic} {thing} {number}\n"
        f"      code: b{number}\n"
        f"      keywords: {topic}，{thing}\n"
        f"      text: |-\n"
        f"        {person}，关于{thing}的{topic}：{answer}。\n"
        f"        编号 {number}，请您放心。\n"
    )
