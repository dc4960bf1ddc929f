"""Streamlit components: the map, buttons and contested terms."""
