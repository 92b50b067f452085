"""Language by choice, and one envelope for every expected refusal."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation

from rangkai.kit.messages import render as sentence
from rangkai.lib.errors import Conflict, Forbidden, Invalid, Missing, Refusal, Unavailable

STATUS: dict[type[Refusal], int] = {
    Invalid: 422,
    Conflict: 409,
    Forbidden: 403,
    Missing: 404,
    Unavailable: 503,
}


def status_of(refusal: Refusal) -> int:
    """The HTTP status that tells a client what to do about it."""
    return next((status for kind, status in STATUS.items() if isinstance(refusal, kind)), 400)


class ChosenLanguageMiddleware:
    """Indonesian unless the person chose English; what the browser prefers does not count."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class RefusalMiddleware:
    """Turns a Refusal that no page handled into a page (or JSON) which says what happened and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        status = status_of(error)
        problems: list[dict[str, Any]] = [
            {"field": p.field, "message": sentence(p.message), "suggestion": p.suggestion}
            for p in error.problems
        ]
        body = {"message": sentence(error.message), "problems": problems}
        if request.path.startswith("/api/"):
            return JsonResponse(body, status=status)
        return render(
            request, "kit/refusal.html", {**body, "status": status, "refusal": error}, status=status
        )
