"""How viendan-e5 is made from multilingual-e5-small; nothing of it is needed to run viendan."""
