"""Read an article from what people send: text, HTML, DOCX, PDF."""
