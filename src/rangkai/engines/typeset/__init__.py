"""Typesetting: one document model, printed as DOCX and as tagged PDF/A-2b.

Owns    document (the model), numbering (chapters, tables, figures), two writers, charts for page and book.
Not     what a book says: the books domain builds a `document.Document` from a frozen edition.
Verbs   render.to_docx, render.to_pdf; charts.roadmap_chart and its siblings, charts.to_svg, charts.to_png;
        charts.to_sketch and render.drawn, where many charts are drawn at once.
Knows   pandoc, Typst, Altair and vl-convert, each imported inside the function that needs it.
Rules   docs/algorithms/typeset.md
"""
