"""The sign-in form."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Django's own, with words that say which names are taken."""

    error_messages = {
        "invalid_login": _(
            "Nama akun atau kata sandi tidak cocok. Periksa huruf besar dan kecil pada kata sandi."
        ),
        "inactive": _("Akun ini tidak aktif. Hubungi Sekretariat (Diskominfo)."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Nama akun, e-mail, atau NIP")
        self.fields["password"].label = _("Kata sandi")
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control"
