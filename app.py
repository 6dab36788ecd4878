"""Names the pages and runs the chosen one."""

from __future__ import annotations

import streamlit as st

PAGES = (
    ("views/tra_cuu.py", "Tra cứu", "tra-cuu"),
    ("views/vien_dan.py", "Viện dẫn", "vien-dan"),
    ("views/van_ban.py", "Văn bản", "van-ban"),
    ("views/kho.py", "Kho", "kho"),
)

st.set_page_config(page_title="viendan", layout="wide")
st.html(  # read by screen readers and by the browser's own spelling and translation
    "<script>document.documentElement.lang='vi'</script>", unsafe_allow_javascript=True
)
st.navigation(
    [
        st.Page(script, title=title, url_path=path, default=path == "tra-cuu")
        for script, title, path in PAGES
    ],
    position="top",
).run()
