"""Addresses of accounts."""

from django.urls import path

from rangkai.domains.accounts.web import views

app_name = "accounts"
urlpatterns = [
    path("masuk/", views.SignIn.as_view(), name="sign-in"),
    path("keluar/", views.sign_out, name="sign-out"),
    path("bahasa/", views.choose_language, name="language"),
]
