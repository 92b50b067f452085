"""Addresses of letters."""

from django.urls import path

from rangkai.domains.work.web import letter_files, letters

urlpatterns = [
    path("", letters.listing, name="letters"),
    path("baru/", letters.begin, name="letter-begin"),
    path("kop/", letters.letterhead, name="letterhead"),
    path("<str:ref>/", letters.letter, name="letter"),
    path("<str:ref>/ubah/", letters.edit, name="letter-edit"),
    path("<str:ref>/langkah/", letters.move, name="letter-move"),
    path("<str:ref>/tanda-tangan/", letters.sign, name="letter-sign"),
    path("<str:ref>/buang/", letters.drop, name="letter-drop"),
    path("<str:ref>/berkas.<str:kind>", letter_files.printed, name="letter-file"),
    path("<str:ref>/bertanda-tangan.pdf", letter_files.signed, name="letter-signed"),
]
