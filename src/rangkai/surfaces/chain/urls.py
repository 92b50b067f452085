"""Addresses of the chain."""

from django.urls import path

from rangkai.surfaces.chain import views

app_name = "chain"
urlpatterns = [path("", views.chain, name="chain")]
