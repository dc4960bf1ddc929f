"""Load test of the app with simulated viewers.

They speak Streamlit's own protocol, open the map and use filters and pages.
"""
