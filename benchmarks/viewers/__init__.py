"""Load on the app: simulated viewers speak Streamlit's own protocol, open the map and use filters and pages."""
