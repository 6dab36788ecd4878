"""Names the pages and runs the chosen one."""

from __future__ import annotations

import streamlit as st

PAGES = (
    ("views/vien_dan.py", "Viện dẫn", "vien-dan"),
    ("views/van_ban.py", "Văn bản", "van-ban"),
    ("views/kiem_tra.py", "Kiểm tra", "kiem-tra"),
    ("views/kho.py", "Kho", "kho"),
)

st.set_page_config(page_title="viendan", layout="wide")
st.html(  # read by screen readers and by the browser's own spelling and translation
    "<script>document.documentElement.lang='vi'</script>", unsafe_allow_javascript=True
)
st.navigation(
    [
        st.Page("views/tra_cuu.py", title="Tra cứu", default=True),
        *(st.Page(script, title=title, url_path=path) for script, title, path in PAGES),
        # the first page lives at «/»; its own name in the address leads there too
        st.Page("views/tra_cuu.py", title="Tra cứu", url_path="tra-cuu", visibility="hidden"),
    ],
    position="top",
).run()
