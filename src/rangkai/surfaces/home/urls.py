"""Addresses of the first page, in a region."""

from django.urls import path

from rangkai.surfaces.home import views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("tugas/", views.asks, name="asks"),
    path("cari/", views.search, name="search"),
    path("pengaturan/", views.settings, name="settings"),
]
