"""Pure rules of books: facts and text in, a document of `engines/typeset` out."""
