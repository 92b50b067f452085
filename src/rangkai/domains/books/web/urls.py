"""Addresses of books."""

from django.urls import path

from rangkai.domains.books.web import books, chapters, editions

app_name = "books"
urlpatterns = [
    path("", books.listing, name="list"),
    path("buku/<int:number>/", books.book, name="book"),
    path("buku/<int:number>/cetak/", books.build, name="build"),
    path("buku/<int:number>/bab/baru/", chapters.add, name="add"),
    path("buku/<int:number>/bab/<slug:key>/", chapters.chapter, name="chapter"),
    path("buku/<int:number>/bab/<slug:key>/geser/", chapters.move, name="move"),
    path("buku/<int:number>/bab/<slug:key>/tampil/", chapters.hide, name="hide"),
    path("buku/<int:number>/bab/<slug:key>/hapus/", chapters.delete, name="delete"),
    path("edisi/<str:ref>/", editions.edition, name="edition"),
    path("edisi/<str:ref>/unduh/<str:kind>/", editions.download, name="download"),
]
