"""Streamlit app: its script, its server and what they share."""
