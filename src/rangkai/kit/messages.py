"""Sentences of pure code, in the reader's language."""

from django.utils.translation import gettext

from rangkai.lib.errors import Message


def render(message: Message) -> str:
    """Translate the sentence and fill its places; a place may itself be a Message."""
    params = {
        name: render(value) if isinstance(value, Message) else value for name, value in message.params.items()
    }
    text = gettext(message.text)
    return text % params if params else text
