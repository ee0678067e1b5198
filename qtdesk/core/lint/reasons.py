"""Why something is not said to buyers, and what is said instead, in words.

Packs name a reason by its key. A pack of a shop's own may bring its own words, which
nobody translates. The sentences are advice and no legal finding.
"""

from typing import NamedTuple

from qtdesk.core.words import QT_TRANSLATE_NOOP, Words


class Reason(NamedTuple):
    """Two sentences."""

    why: Words
    advice: Words


PACK_TITLES = {
    "absolute": Words(QT_TRANSLATE_NOOP("core", "Superlatives")),
    "guarantee": Words(QT_TRANSLATE_NOOP("core", "Guaranteed effects")),
    "medical": Words(QT_TRANSLATE_NOOP("core", "Health claims")),
    "offplatform": Words(QT_TRANSLATE_NOOP("core", "Away from the platform")),
    "review": Words(QT_TRANSLATE_NOOP("core", "Reviews for reward")),
    "privacy": Words(QT_TRANSLATE_NOOP("core", "Asking for secrets")),
    "unfair": Words(QT_TRANSLATE_NOOP("core", "Invoices and unfair terms")),
    "price": Words(QT_TRANSLATE_NOOP("core", "Prices and pressure")),
    "rude": Words(QT_TRANSLATE_NOOP("core", "Cold or rude words")),
    "blame": Words(QT_TRANSLATE_NOOP("core", "Blame")),
    "promise": Words(QT_TRANSLATE_NOOP("core", "Promises without a rule")),
    "short": Words(QT_TRANSLATE_NOOP("core", "Replies of one word")),
    "english": Words(QT_TRANSLATE_NOOP("core", "English texts")),
}
"""What the packs that come with the program are called, by id."""


REASONS = {
    "superlative": Reason(
        Words(
            QT_TRANSLATE_NOOP(
                "core",
                "A superlative that nobody can prove; advertising law forbids it.",
            )
        ),
        Words(
            QT_TRANSLATE_NOOP("core", "Name a fact: material, size, what is included.")
        ),
    ),
    "rank": Reason(
        Words(QT_TRANSLATE_NOOP("core", "A rank needs a source.")),
        Words(QT_TRANSLATE_NOOP("core", "Leave it out, or say who counted and when.")),
    ),
    "effect": Reason(
        Words(
            QT_TRANSLATE_NOOP("core", "Nobody can promise this effect to every buyer.")
        ),
        Words(QT_TRANSLATE_NOOP("core", "Say what the page or the manual says.")),
    ),
    "compensation": Reason(
        Words(
            QT_TRANSLATE_NOOP(
                "core", "This compensation may be no rule of shop or platform."
            )
        ),
        Words(QT_TRANSLATE_NOOP("core", "Name the rule that applies.")),
    ),
    "cure": Reason(
        Words(QT_TRANSLATE_NOOP("core", "Only medicines may claim this.")),
        Words(
            QT_TRANSLATE_NOOP("core", "Describe the item without an effect on health.")
        ),
    ),
    "contact": Reason(
        Words(
            QT_TRANSLATE_NOOP("core", "Platforms punish talking to buyers elsewhere.")
        ),
        Words(QT_TRANSLATE_NOOP("core", "Go on in this chat.")),
    ),
    "payment": Reason(
        Words(
            QT_TRANSLATE_NOOP(
                "core", "The platform does not protect payments beside it."
            )
        ),
        Words(QT_TRANSLATE_NOOP("core", "Have the order paid on the platform.")),
    ),
    "elsewhere": Reason(
        Words(QT_TRANSLATE_NOOP("core", "It sends the buyer to another place.")),
        Words(QT_TRANSLATE_NOOP("core", "Offer what this shop has.")),
    ),
    "link": Reason(
        Words(QT_TRANSLATE_NOOP("core", "The link may lead away from the platform.")),
        Words(QT_TRANSLATE_NOOP("core", "Send the link of the item here.")),
    ),
    "reward": Reason(
        Words(QT_TRANSLATE_NOOP("core", "Rewards for reviews are forbidden by law.")),
        Words(
            QT_TRANSLATE_NOOP("core", "Ask for an honest review, and offer nothing.")
        ),
    ),
    "pressure": Reason(
        Words(
            QT_TRANSLATE_NOOP("core", "A buyer is pressed to change or give a review.")
        ),
        Words(
            QT_TRANSLATE_NOOP("core", "Solve the problem and leave the review alone.")
        ),
    ),
    "fake": Reason(
        Words(QT_TRANSLATE_NOOP("core", "Feigned orders are forbidden by law.")),
        Words(QT_TRANSLATE_NOOP("core", "Leave it out.")),
    ),
    "secret": Reason(
        Words(
            QT_TRANSLATE_NOOP("core", "No shop may ask for codes, passwords or cards.")
        ),
        Words(QT_TRANSLATE_NOOP("core", "Say where the buyer enters it alone.")),
    ),
    "personal": Reason(
        Words(QT_TRANSLATE_NOOP("core", "It asks for more personal data than needed.")),
        Words(QT_TRANSLATE_NOOP("core", "Ask for the end of the order number.")),
    ),
    "invoice": Reason(
        Words(
            QT_TRANSLATE_NOOP(
                "core", "A shop must invoice what was paid, at no extra price."
            )
        ),
        Words(QT_TRANSLATE_NOOP("core", "Offer the invoice and ask for its title.")),
    ),
    "terms": Reason(
        Words(QT_TRANSLATE_NOOP("core", "A term that takes a buyer's rights is void.")),
        Words(
            QT_TRANSLATE_NOOP(
                "core", "Name the rule, and what can be done all the same."
            )
        ),
    ),
    "former_price": Reason(
        Words(QT_TRANSLATE_NOOP("core", "A price to compare with has to be proven.")),
        Words(QT_TRANSLATE_NOOP("core", "Name the price of now.")),
    ),
    "scarcity": Reason(
        Words(
            QT_TRANSLATE_NOOP(
                "core", "It presses with a shortage or deadline that may not be true."
            )
        ),
        Words(
            QT_TRANSLATE_NOOP("core", "Give the real number or time, or leave it out.")
        ),
    ),
    "cost": Reason(
        Words(QT_TRANSLATE_NOOP("core", "Nobody can check what the shop has paid.")),
        Words(QT_TRANSLATE_NOOP("core", "Say what the price includes.")),
    ),
    "rude": Reason(
        Words(QT_TRANSLATE_NOOP("core", "It sounds cold or hostile.")),
        Words(QT_TRANSLATE_NOOP("core", "Say what you do for the buyer next.")),
    ),
    "refusal": Reason(
        Words(QT_TRANSLATE_NOOP("core", "It ends the talk without an answer.")),
        Words(QT_TRANSLATE_NOOP("core", "Say whom you ask, and until when.")),
    ),
    "blame": Reason(
        Words(
            QT_TRANSLATE_NOOP("core", "It blames others; the buyer bought from you.")
        ),
        Words(QT_TRANSLATE_NOOP("core", "Say what you do about it.")),
    ),
    "promise": Reason(
        Words(QT_TRANSLATE_NOOP("core", "The shop may not be able to keep it.")),
        Words(QT_TRANSLATE_NOOP("core", "Name the rule, or when you will tell more.")),
    ),
    "curt": Reason(
        Words(QT_TRANSLATE_NOOP("core", "One word is no answer.")),
        Words(QT_TRANSLATE_NOOP("core", "Add what happens next.")),
    ),
}
