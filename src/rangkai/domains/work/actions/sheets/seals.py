"""Signed codes of workbooks: a foreign or altered one is told from ours."""

from django.core.signing import BadSignature, Signer

from rangkai.domains.work.rules.sealing import Seal, seal_of
from rangkai.lib.errors import N_, Invalid

_signer = Signer(salt="rangkai.sheets", sep="~")


def signed(*, seal: Seal) -> str:
    """The code to put into a workbook."""
    return _signer.sign(seal.text)


def opened(*, code: str) -> Seal:
    """Raises Invalid for a code that was not signed here."""
    try:
        seal = seal_of(_signer.unsign(code))
    except BadSignature:
        seal = None
    if seal is None:
        raise Invalid(
            N_(
                "Kode pengenal berkas ini tidak dibuat di sini atau sudah diubah. Mintalah kantor mengisi lembar yang "
                "dikirim, atau bawa masuk lewat impor biasa."
            )
        )
    return seal
