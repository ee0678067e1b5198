"""How moments, people and matters of promises are said, in the language of now."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from qtdesk.core.promises import Promise, State
from qtdesk.core.promises.choices import Offer

_WEEK = timedelta(days=7)
_SOME = 3
"""Of so many at once each is named."""


class PromiseWording(QObject):
    """Says; decides nothing."""

    def offer(self, offer: Offer) -> str:
        """What a moment that is offered is called."""
        return {
            Offer.TEN_MINUTES: self.tr("In 10 minutes"),
            Offer.HALF_HOUR: self.tr("In 30 minutes"),
            Offer.HOUR: self.tr("In 1 hour"),
            Offer.TWO_HOURS: self.tr("In 2 hours"),
            Offer.TONIGHT: self.tr("Tonight"),
            Offer.TOMORROW_EVENING: self.tr("Tomorrow evening"),
            Offer.TOMORROW: self.tr("Tomorrow"),
        }[offer]

    def moment(self, moment: datetime, now: datetime) -> str:
        """A time of day, with the day where it is another one."""
        local = moment.astimezone(now.tzinfo)
        days = (local.date() - now.date()).days
        time = f"{local:%H:%M}"
        if days == 0:
            return time
        if days == 1:
            return self.tr("tomorrow {time}").format(time=time)
        if days == -1:
            return self.tr("yesterday {time}").format(time=time)
        form = "%m-%d %H:%M" if local.year == now.year else "%Y-%m-%d %H:%M"
        return f"{local:{form}}"

    def who(self, buyer: str, tail: str) -> str:
        """The buyer, as far as known; empty where nothing is."""
        order = self.tr("order …{tail}").format(tail=tail) if tail else ""
        return " · ".join(filter(None, (buyer, order)))

    def line(self, promise: Promise, now: datetime) -> str:
        """A promise on one line: when, whom, what."""
        who = self.who(promise.buyer, promise.tail)
        when = self.moment(promise.due, now)
        return "  ".join(filter(None, (when, who, self.matter(promise.matter))))

    def matter(self, matter: str) -> str:
        """What was promised; where nobody said it, that the buyer hears of us."""
        return matter or self.tr("Answer the buyer")

    def message(self, due: tuple[Promise, ...], now: datetime) -> tuple[str, str]:
        """Title and detail of the one message for all that is due."""
        if len(due) == 1:
            promise = due[0]
            handed = promise.state is State.HANDED_OVER
            detail = self.line(promise, now)
            if handed:
                detail += "\n" + self.tr("Handed over; nobody here has taken it over.")
            return self.tr("Promised, and due now"), detail
        title = self.tr("{count} promises are due").format(count=len(due))
        lines = [self.line(each, now) for each in due[:_SOME]]
        if len(due) > _SOME:
            more = self.tr("and {count} more").format(count=len(due) - _SOME)
            lines.append(more)
        return title, "\n".join(lines)
