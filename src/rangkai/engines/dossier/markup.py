"""The XML of a .docx, walked once from end to end; nothing is built up, and no document type is accepted."""

from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from rangkai.engines.dossier.refusals import damaged

_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
FALLBACK = "Fallback"
"""What older programs show instead of the same content: said twice, read once."""

type Attributes = Mapping[str, str]


class _Declared(Exception):
    """A document type: entities could be defined in it."""


def walk(
    data: bytes,
    name: str,
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Call the handlers for every element of the Word namespace (and `FALLBACK`), names without their prefix.

    Elements of other namespaces are passed over, their content is not. Raises `Invalid` for broken XML and for XML
    with a document type, which no office program writes.
    """

    def opened(tag: str, attributes: dict[str, str]) -> None:
        if local := _local(tag):
            start(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def closed(tag: str) -> None:
        if local := _local(tag):
            end(local)

    def declared(*_: object) -> None:
        raise _Declared

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (ExpatError, _Declared, ValueError) as error:
        raise damaged(name) from error


def _local(tag: str) -> str:
    space, _, local = tag.rpartition(" ")
    return local if space in _WORD or local == FALLBACK else ""
