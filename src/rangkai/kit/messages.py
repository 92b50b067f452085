"""Sentences of pure code: in the reader's language, and as JSON keeps them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from rangkai.lib.errors import Message


def render(message: Message) -> str:
    """Translate the sentence and fill its places; a place may itself be a Message."""
    params = {
        name: render(value) if isinstance(value, Message) else value for name, value in message.params.items()
    }
    text = gettext(message.text)
    return text % params if params else text


def dump(message: Message) -> dict[str, Any]:
    """As a JSON column keeps it, so that it can be translated when it is shown."""
    params = {
        name: dump(value) if isinstance(value, Message) else value for name, value in message.params.items()
    }
    return {"text": message.text, "params": params}


def load(body: Mapping[str, Any]) -> Message:
    """What `dump` wrote."""
    params = {
        name: load(value) if isinstance(value, Mapping) else value for name, value in body["params"].items()
    }
    return Message(body["text"], params)
