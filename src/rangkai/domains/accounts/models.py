"""People who can sign in; who they are in a region is said by `organisations`."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from rangkai.kit.models.record import Record


class UserManager(BaseUserManager["User"]):
    """Finds a user by any name they may type."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(Record, AbstractBaseUser):
    """Signs in by name, e-mail or NIP. A user without an appointment sees nothing."""

    username = models.CharField(max_length=60, unique=True)
    email = models.EmailField(blank=True)
    nip = models.CharField(max_length=18, blank=True)
    is_active = models.BooleanField(default=True)
    objects: ClassVar[Any] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_username_once"),
            models.UniqueConstraint(Lower("email"), name="user_email_once", condition=~models.Q(email="")),
            models.UniqueConstraint(fields=["nip"], name="user_nip_once", condition=~models.Q(nip="")),
        ]

    def __str__(self) -> str:
        return self.username
