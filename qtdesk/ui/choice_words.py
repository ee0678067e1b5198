"""What the choices of settings are called; one that is not here speaks for itself."""

from PySide6.QtCore import QCoreApplication


def choice_words() -> dict[str, str]:
    """By value, in the language of now."""
    translate = QCoreApplication.translate
    return {
        "auto": translate("choices", "As the system"),
        "light": translate("choices", "Light"),
        "dark": translate("choices", "Dark"),
        "zh_CN": "简体中文",
        "en": "English",
        "other": translate("choices", "Another one"),
        "taobao": "淘宝",
        "tmall": "天猫",
        "jd": "京东",
        "pdd": "拼多多",
        "douyin": "抖音",
        "kuaishou": "快手",
        "xiaohongshu": "小红书",
        "wechat-shop": "微信小店",
        "own-site": translate("choices", "A site of our own"),
        "code-text-sign-date": translate("choices", "Code, text, name, date"),
        "date-code-text-sign": translate("choices", "Date, code, text, name"),
        "date-agent-text": translate("choices", "Date, number, text"),
        "beside": translate("choices", "Beside the chat"),
        "floating": translate("choices", "Floating"),
        "edge": translate("choices", "At the edge"),
        "all": translate("choices", "All thirteen"),
        "seven": translate("choices", "Seven steps"),
        "eight": translate("choices", "Eight steps"),
        "phrases": translate("choices", "Eight kinds of phrases"),
        "guide": translate("choices", "Eight services"),
    }
