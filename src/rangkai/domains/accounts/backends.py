"""Sign-in by name, e-mail or NIP, with Django's own password check."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q
from django.http import HttpRequest

from rangkai.domains.accounts.models import User


class AnyNameBackend(BaseBackend):
    """One field on the sign-in page takes any of the three names."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> User | None:
        name = (username or "").strip()
        if not name or password is None:
            return None
        user: User | None = User.objects.filter(
            Q(username__iexact=name) | Q(email__iexact=name) | Q(nip=name.replace(" ", "")), is_active=True
        ).first()
        if user is None:
            User().set_password(password)  # the same time is spent when the name is unknown
            return None
        return user if user.check_password(password) else None

    def get_user(self, user_id: int) -> User | None:
        user: User | None = User.objects.filter(pk=user_id, is_active=True).first()
        return user
